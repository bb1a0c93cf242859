-- Letters to many, one by one: what they were begun for, whose letter could not be begun and why, and files that go with one.

CREATE TABLE batch (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  -- the segment's UUID as text, so that a removed segment is found again when that is undone; empty: from a list
  segment TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL,
  channel TEXT NOT NULL,
  -- a template's key; empty: the first for the kind and each one's language
  template TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
);

-- the letter belongs to a batch; made_with: the template's key; made_text: as the template filled it, so that what was
-- written since can be told from it; marks: what person and template were when it was looked at
ALTER TABLE draft ADD COLUMN batch INTEGER REFERENCES batch(rid);
ALTER TABLE draft ADD COLUMN made_with TEXT NOT NULL DEFAULT '';
ALTER TABLE draft ADD COLUMN made_text TEXT NOT NULL DEFAULT '';
ALTER TABLE draft ADD COLUMN approved_at INTEGER;
ALTER TABLE draft ADD COLUMN held_at INTEGER;
ALTER TABLE draft ADD COLUMN held_why TEXT NOT NULL DEFAULT '';
ALTER TABLE draft ADD COLUMN looked_at INTEGER;
ALTER TABLE draft ADD COLUMN person_mark TEXT NOT NULL DEFAULT '';
ALTER TABLE draft ADD COLUMN template_mark TEXT NOT NULL DEFAULT '';
-- by which day an answer is hoped for, YYYY-MM-DD; empty: by none
ALTER TABLE draft ADD COLUMN answer_by TEXT NOT NULL DEFAULT '';
-- the UUID of the letter that it follows up, as text; empty: none
ALTER TABLE draft ADD COLUMN follows TEXT NOT NULL DEFAULT '';
CREATE INDEX draft_batch ON draft(batch) WHERE batch IS NOT NULL;
CREATE INDEX draft_answer_by ON draft(answer_by) WHERE answer_by <> '';
CREATE INDEX draft_follows ON draft(follows) WHERE follows <> '';
CREATE INDEX draft_touchpoint ON draft(touchpoint) WHERE touchpoint IS NOT NULL;

-- somebody of a batch for whom no letter was begun; why: cannotFill, optedOut, tooMany, otherBatch, noAddress
CREATE TABLE held (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  batch INTEGER NOT NULL REFERENCES batch(rid),
  person INTEGER NOT NULL REFERENCES person(rid),
  why TEXT NOT NULL,
  -- JSON: the field that is missing, how many letters in how many days, which other batch
  detail TEXT NOT NULL DEFAULT ''
);
CREATE INDEX held_batch ON held(batch);
CREATE INDEX held_person ON held(person);

-- a file that goes with a letter
CREATE TABLE attachment (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  draft INTEGER NOT NULL REFERENCES draft(rid),
  name TEXT NOT NULL,
  mime TEXT NOT NULL,
  size INTEGER NOT NULL,
  data BLOB NOT NULL
);
CREATE INDEX attachment_draft ON attachment(draft);
