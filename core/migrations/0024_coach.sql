-- What the coach remembers: fall-backs a letter was begun with, checks that keep quiet, and the voice of the firm.

-- the texts of fall-backs that were taken from its template, one a line
ALTER TABLE draft ADD COLUMN fallbacks TEXT NOT NULL DEFAULT '';

-- a check that keeps quiet about letters of a kind, or about all
CREATE TABLE quiet (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  check_id TEXT NOT NULL,
  -- empty: all kinds
  kind TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
);

-- a line of the voice sheet: value, signOff, ethics
CREATE TABLE voice_line (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  created_at INTEGER NOT NULL
);

-- a rule of the voice sheet; what it holds, its exceptions and its examples are JSON
CREATE TABLE voice_rule (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  level TEXT NOT NULL,
  message TEXT NOT NULL DEFAULT '',
  content TEXT NOT NULL,
  created_at INTEGER NOT NULL
);
