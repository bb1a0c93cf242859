-- Journey maps: what a segment lives through with us, stage by stage and step by step, and how it is meant to feel.

CREATE TABLE journey (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  title TEXT NOT NULL,
  -- the segment's UUID as text, so that a removed segment is found again when that is undone; empty: nobody in particular
  segment TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
);

CREATE TABLE journey_stage (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  journey INTEGER NOT NULL REFERENCES journey(rid),
  order_key TEXT NOT NULL,
  name TEXT NOT NULL
);
CREATE INDEX journey_stage_place ON journey_stage(journey, order_key);

CREATE TABLE journey_step (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  stage INTEGER NOT NULL REFERENCES journey_stage(rid),
  order_key TEXT NOT NULL,
  name TEXT NOT NULL,
  goal TEXT NOT NULL DEFAULT '',
  doing TEXT NOT NULL DEFAULT '',
  thinking TEXT NOT NULL DEFAULT '',
  channel TEXT NOT NULL DEFAULT '',
  -- stage of the relationship whose touchpoints are observed here; empty: any
  lifecycle TEXT NOT NULL DEFAULT '',
  our_action TEXT NOT NULL DEFAULT '',
  owner TEXT NOT NULL DEFAULT '',
  moment_of_truth INTEGER NOT NULL DEFAULT 0,
  pain TEXT NOT NULL DEFAULT '',
  opportunity TEXT NOT NULL DEFAULT '',
  -- -2 … +2 with the word for it; NULL: nobody said
  felt INTEGER,
  felt_word TEXT NOT NULL DEFAULT '',
  wished INTEGER,
  wished_word TEXT NOT NULL DEFAULT ''
);
CREATE INDEX journey_step_place ON journey_step(stage, order_key);
