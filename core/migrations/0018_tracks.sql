-- Tracks: what people of a kind hear from us step by step, who has done which step, and when.

CREATE TABLE track (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  -- new, power, lapsed; empty: the user's own
  preset TEXT NOT NULL DEFAULT '',
  -- the segment's UUID as text, so that a removed segment is found again when that is undone; empty: everybody
  segment TEXT NOT NULL DEFAULT '',
  -- rules as JSON (core/src/segments/rule.rs): who comes in; who leaves, empty: nobody before the end
  entry TEXT NOT NULL,
  leave TEXT NOT NULL DEFAULT '',
  -- what the first step is counted from: added, fit
  starts TEXT NOT NULL,
  -- days after the last step until somebody may come in again; 0: never
  again_days INTEGER NOT NULL DEFAULT 0,
  active INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL
);

CREATE TABLE track_step (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  track INTEGER NOT NULL REFERENCES track(rid),
  -- days after the step before
  after_days INTEGER NOT NULL,
  channel TEXT NOT NULL,
  what TEXT NOT NULL
);
CREATE INDEX track_step_track ON track_step(track);

CREATE TABLE track_mark (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  track INTEGER NOT NULL REFERENCES track(rid),
  person INTEGER NOT NULL REFERENCES person(rid),
  step INTEGER NOT NULL REFERENCES track_step(rid),
  skipped INTEGER NOT NULL DEFAULT 0,
  at INTEGER NOT NULL,
  -- the UUID of the touchpoint it was done with, as text; empty: skipped
  touchpoint TEXT NOT NULL DEFAULT ''
);
CREATE INDEX track_mark_track ON track_mark(track, person);
CREATE INDEX track_mark_step ON track_mark(step);
CREATE INDEX track_mark_person ON track_mark(person);
