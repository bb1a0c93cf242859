-- Letters to one person, and templates of the user's own.

CREATE TABLE template (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  language TEXT NOT NULL,
  title TEXT NOT NULL,
  subject TEXT NOT NULL DEFAULT '',
  body TEXT NOT NULL
);

CREATE TABLE draft (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  person INTEGER NOT NULL REFERENCES person(rid),
  kind TEXT NOT NULL,
  channel TEXT NOT NULL,
  language TEXT NOT NULL DEFAULT 'en',
  subject TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  -- writing, handedOver, sent
  status TEXT NOT NULL DEFAULT 'writing',
  -- the touchpoint that it became
  touchpoint INTEGER REFERENCES touchpoint(rid),
  -- checks that keep quiet on this letter, separated by spaces
  ignored TEXT NOT NULL DEFAULT '',
  -- why it was handed over although the coach said stop
  override_reason TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
);
CREATE INDEX draft_status ON draft(status, changed_at);
CREATE INDEX draft_person ON draft(person);

CREATE TRIGGER draft_words_created AFTER INSERT ON draft WHEN new.text <> '' BEGIN
  INSERT INTO words(rowid, text) VALUES (new.rid * 8 + 4, fold(new.subject || ' ' || new.text));
END;
CREATE TRIGGER draft_words_changed AFTER UPDATE OF subject, text ON draft WHEN new.text <> old.text OR new.subject <> old.subject BEGIN
  INSERT INTO words(words, rowid, text) SELECT 'delete', old.rid * 8 + 4, fold(old.subject || ' ' || old.text) WHERE old.text <> '';
  INSERT INTO words(rowid, text) SELECT new.rid * 8 + 4, fold(new.subject || ' ' || new.text) WHERE new.text <> '';
END;
CREATE TRIGGER draft_words_removed AFTER DELETE ON draft WHEN old.text <> '' BEGIN
  INSERT INTO words(words, rowid, text) VALUES ('delete', old.rid * 8 + 4, fold(old.subject || ' ' || old.text));
END;
