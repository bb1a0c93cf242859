-- What stands beside a segment's rule: how close one wants to be, what is said how often, what they need, and who they are.

-- transactional, light, close; empty: not said
ALTER TABLE segment ADD COLUMN intensity TEXT NOT NULL DEFAULT '';
ALTER TABLE segment ADD COLUMN intensity_why TEXT NOT NULL DEFAULT '';
-- what they expect of us, in the same three words
ALTER TABLE segment ADD COLUMN expected TEXT NOT NULL DEFAULT '';
-- days as YYYY-MM-DD; empty: never, or not planned
ALTER TABLE segment ADD COLUMN looked_on TEXT NOT NULL DEFAULT '';
ALTER TABLE segment ADD COLUMN review_on TEXT NOT NULL DEFAULT '';

CREATE TABLE persona (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  segment INTEGER NOT NULL REFERENCES segment(rid),
  name TEXT NOT NULL,
  life TEXT NOT NULL DEFAULT '',
  needs TEXT NOT NULL DEFAULT '',
  preferences TEXT NOT NULL DEFAULT '',
  goals TEXT NOT NULL DEFAULT '',
  worries TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
);
CREATE INDEX persona_segment ON persona(segment);

CREATE TABLE persona_quote (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  persona INTEGER NOT NULL REFERENCES persona(rid),
  text TEXT NOT NULL,
  -- the UUID of the touchpoint it was said in, as text; empty: heard elsewhere
  touchpoint TEXT NOT NULL DEFAULT ''
);
CREATE INDEX persona_quote_persona ON persona_quote(persona);

CREATE TABLE segment_need (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  segment INTEGER NOT NULL REFERENCES segment(rid),
  need TEXT NOT NULL,
  -- what we do about it; empty: nothing yet
  action TEXT NOT NULL DEFAULT ''
);
CREATE INDEX segment_need_segment ON segment_need(segment);

CREATE TABLE segment_talk (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  segment INTEGER NOT NULL REFERENCES segment(rid),
  channel TEXT NOT NULL,
  -- how often, in days; 0: when there is a reason
  every_days INTEGER NOT NULL DEFAULT 0,
  about TEXT NOT NULL DEFAULT ''
);
CREATE INDEX segment_talk_segment ON segment_talk(segment);

-- Who began it is asked of everybody's history at once; most of it is ours.
CREATE INDEX touchpoint_inbound ON touchpoint(at) WHERE direction = 'inbound';
