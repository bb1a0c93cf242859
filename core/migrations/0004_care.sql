-- Rules of Today, and who is left in peace until when.

CREATE TABLE cadence (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  -- everyone; tag; segment: `target` is the UUID of the tag or segment then
  scope TEXT NOT NULL,
  target BLOB,
  days INTEGER NOT NULL,
  active INTEGER NOT NULL DEFAULT 1
);

CREATE TABLE snooze (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  person INTEGER NOT NULL REFERENCES person(rid),
  until INTEGER NOT NULL,
  reason TEXT NOT NULL DEFAULT ''
);
CREATE INDEX snooze_person ON snooze(person, until);
