-- What customers tell us about us: doubts until each is cleared, reasons why they came, stayed or left, questions that are
-- asked again and again, and the dossier of a purchase that takes longer. `touchpoint` is the UUID of where it was said,
-- as text, so that a removed one is found again when that is undone; empty: not said where.

CREATE TABLE doubt (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  person INTEGER NOT NULL REFERENCES person(rid),
  text TEXT NOT NULL,
  -- YYYY-MM-DD
  raised_on TEXT NOT NULL,
  touchpoint TEXT NOT NULL DEFAULT '',
  answer TEXT NOT NULL DEFAULT '',
  -- YYYY-MM-DD; empty: still open
  cleared_on TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
);
CREATE INDEX doubt_person ON doubt(person);
CREATE INDEX doubt_open ON doubt(raised_on) WHERE cleared_on = '';

CREATE TABLE reason (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  person INTEGER NOT NULL REFERENCES person(rid),
  -- chosen, stayed, left
  outcome TEXT NOT NULL,
  text TEXT NOT NULL,
  -- what the user calls reasons like this one; empty: its own words
  theme TEXT NOT NULL DEFAULT '',
  competitor TEXT NOT NULL DEFAULT '',
  -- YYYY-MM-DD
  day TEXT NOT NULL,
  touchpoint TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
);
CREATE INDEX reason_person ON reason(person);

CREATE TABLE question (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  text TEXT NOT NULL,
  -- in plain language, as it can stand in a letter
  answer TEXT NOT NULL DEFAULT '',
  -- where customers find it themselves; empty: nowhere
  found_at TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
);

CREATE TABLE question_asked (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  question INTEGER NOT NULL REFERENCES question(rid),
  person INTEGER REFERENCES person(rid),
  -- YYYY-MM-DD
  day TEXT NOT NULL,
  touchpoint TEXT NOT NULL DEFAULT ''
);
CREATE INDEX question_asked_question ON question_asked(question);
CREATE INDEX question_asked_person ON question_asked(person) WHERE person IS NOT NULL;

CREATE TABLE dossier (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  person INTEGER NOT NULL REFERENCES person(rid),
  title TEXT NOT NULL,
  owner TEXT NOT NULL DEFAULT '',
  -- how long it is meant to take; NULL: not said
  expected_days INTEGER,
  -- YYYY-MM-DD
  started_on TEXT NOT NULL,
  -- YYYY-MM-DD; empty: still going on
  closed_on TEXT NOT NULL DEFAULT '',
  outcome TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
);
CREATE INDEX dossier_person ON dossier(person);
CREATE INDEX dossier_open ON dossier(started_on) WHERE closed_on = '';

CREATE TABLE dossier_step (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  dossier INTEGER NOT NULL REFERENCES dossier(rid),
  order_key TEXT NOT NULL,
  text TEXT NOT NULL,
  -- YYYY-MM-DD; empty: to be done
  done_on TEXT NOT NULL DEFAULT ''
);
CREATE INDEX dossier_step_place ON dossier_step(dossier, order_key);

-- Only that a paper is wanted and whether it came: the paper itself stands elsewhere.
CREATE TABLE dossier_paper (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  dossier INTEGER NOT NULL REFERENCES dossier(rid),
  name TEXT NOT NULL,
  -- missing, asked, received
  state TEXT NOT NULL,
  -- YYYY-MM-DD
  since TEXT NOT NULL
);
CREATE INDEX dossier_paper_dossier ON dossier_paper(dossier);

-- who watches what runs by itself, and when a person takes over
ALTER TABLE segment ADD COLUMN watched_by TEXT NOT NULL DEFAULT '';
ALTER TABLE segment ADD COLUMN takes_over TEXT NOT NULL DEFAULT '';

-- Words that are found. Two tables share a source: even rows of source 5 are doubts, odd ones reasons; even rows of
-- source 0 are questions, odd ones dossiers.
CREATE TRIGGER doubt_words_created AFTER INSERT ON doubt BEGIN
  INSERT INTO words(rowid, text) VALUES (new.rid * 16 + 5, fold(new.text || ' ' || new.answer));
END;
CREATE TRIGGER doubt_words_changed AFTER UPDATE OF text, answer ON doubt
  WHEN new.text <> old.text OR new.answer <> old.answer BEGIN
  INSERT INTO words(words, rowid, text) VALUES ('delete', old.rid * 16 + 5, fold(old.text || ' ' || old.answer));
  INSERT INTO words(rowid, text) VALUES (new.rid * 16 + 5, fold(new.text || ' ' || new.answer));
END;
CREATE TRIGGER doubt_words_removed AFTER DELETE ON doubt BEGIN
  INSERT INTO words(words, rowid, text) VALUES ('delete', old.rid * 16 + 5, fold(old.text || ' ' || old.answer));
END;

CREATE TRIGGER reason_words_created AFTER INSERT ON reason BEGIN
  INSERT INTO words(rowid, text) VALUES (new.rid * 16 + 13, fold(new.text || ' ' || new.competitor));
END;
CREATE TRIGGER reason_words_changed AFTER UPDATE OF text, competitor ON reason
  WHEN new.text <> old.text OR new.competitor <> old.competitor BEGIN
  INSERT INTO words(words, rowid, text) VALUES ('delete', old.rid * 16 + 13, fold(old.text || ' ' || old.competitor));
  INSERT INTO words(rowid, text) VALUES (new.rid * 16 + 13, fold(new.text || ' ' || new.competitor));
END;
CREATE TRIGGER reason_words_removed AFTER DELETE ON reason BEGIN
  INSERT INTO words(words, rowid, text) VALUES ('delete', old.rid * 16 + 13, fold(old.text || ' ' || old.competitor));
END;

CREATE TRIGGER question_words_created AFTER INSERT ON question BEGIN
  INSERT INTO words(rowid, text) VALUES (new.rid * 16, fold(new.text || ' ' || new.answer));
END;
CREATE TRIGGER question_words_changed AFTER UPDATE OF text, answer ON question
  WHEN new.text <> old.text OR new.answer <> old.answer BEGIN
  INSERT INTO words(words, rowid, text) VALUES ('delete', old.rid * 16, fold(old.text || ' ' || old.answer));
  INSERT INTO words(rowid, text) VALUES (new.rid * 16, fold(new.text || ' ' || new.answer));
END;
CREATE TRIGGER question_words_removed AFTER DELETE ON question BEGIN
  INSERT INTO words(words, rowid, text) VALUES ('delete', old.rid * 16, fold(old.text || ' ' || old.answer));
END;

CREATE TRIGGER dossier_words_created AFTER INSERT ON dossier BEGIN
  INSERT INTO words(rowid, text) VALUES (new.rid * 16 + 8, fold(new.title || ' ' || new.outcome));
END;
CREATE TRIGGER dossier_words_changed AFTER UPDATE OF title, outcome ON dossier
  WHEN new.title <> old.title OR new.outcome <> old.outcome BEGIN
  INSERT INTO words(words, rowid, text) VALUES ('delete', old.rid * 16 + 8, fold(old.title || ' ' || old.outcome));
  INSERT INTO words(rowid, text) VALUES (new.rid * 16 + 8, fold(new.title || ' ' || new.outcome));
END;
CREATE TRIGGER dossier_words_removed AFTER DELETE ON dossier BEGIN
  INSERT INTO words(words, rowid, text) VALUES ('delete', old.rid * 16 + 8, fold(old.title || ' ' || old.outcome));
END;
