-- What is to be done: by which day, for whom, and what it is about. A promise is a task that somebody was told of.

CREATE TABLE task (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  text TEXT NOT NULL,
  -- YYYY-MM-DD; empty: no day
  due TEXT NOT NULL DEFAULT '',
  person INTEGER REFERENCES person(rid),
  -- whether the person was told that we would do it
  promised INTEGER NOT NULL DEFAULT 0,
  -- 'canvasNote:UUID', 'journeyStep:UUID', …; empty: nothing in particular
  about TEXT NOT NULL DEFAULT '',
  owner TEXT NOT NULL DEFAULT '',
  -- NULL: still to be done
  done_at INTEGER,
  outcome TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
);
CREATE INDEX task_open ON task(due) WHERE done_at IS NULL;
CREATE INDEX task_done ON task(done_at) WHERE done_at IS NOT NULL;
CREATE INDEX task_person ON task(person, due) WHERE person IS NOT NULL;
CREATE INDEX task_about ON task(about) WHERE about <> '';

CREATE TRIGGER task_words_created AFTER INSERT ON task BEGIN
  INSERT INTO words(rowid, text) VALUES (new.rid * 8 + 6, fold(new.text || ' ' || new.outcome));
END;
CREATE TRIGGER task_words_changed AFTER UPDATE OF text, outcome ON task
  WHEN new.text <> old.text OR new.outcome <> old.outcome BEGIN
  INSERT INTO words(words, rowid, text) VALUES ('delete', old.rid * 8 + 6, fold(old.text || ' ' || old.outcome));
  INSERT INTO words(rowid, text) VALUES (new.rid * 8 + 6, fold(new.text || ' ' || new.outcome));
END;
CREATE TRIGGER task_words_removed AFTER DELETE ON task BEGIN
  INSERT INTO words(words, rowid, text) VALUES ('delete', old.rid * 8 + 6, fold(old.text || ' ' || old.outcome));
END;
