-- What was said and felt, when, through which channel, and with whom.

CREATE TABLE touchpoint (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  channel TEXT NOT NULL,
  direction TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  -- -2 … +2; NULL: nobody said how it felt
  felt INTEGER,
  felt_word TEXT NOT NULL DEFAULT '',
  stage TEXT NOT NULL DEFAULT '',
  loop_stage TEXT NOT NULL DEFAULT '',
  purpose TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
);
CREATE INDEX touchpoint_at ON touchpoint(at);
CREATE INDEX touchpoint_channel ON touchpoint(channel, at);

CREATE TABLE participant (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  touchpoint INTEGER NOT NULL REFERENCES touchpoint(rid),
  person INTEGER NOT NULL REFERENCES person(rid),
  -- derived from the touchpoint, so that one index serves a person's timeline
  at INTEGER
);
CREATE INDEX participant_touchpoint ON participant(touchpoint, person);
CREATE INDEX participant_person ON participant(person, at);

-- Every way in which a person's history can change says "count again" by touches = -1; one trigger counts.
CREATE TRIGGER participant_created AFTER INSERT ON participant BEGIN
  UPDATE participant SET at = (SELECT at FROM touchpoint WHERE rid = new.touchpoint) WHERE rid = new.rid;
  UPDATE person_stat SET touches = -1 WHERE person = new.person;
END;
CREATE TRIGGER participant_removed AFTER DELETE ON participant BEGIN
  UPDATE person_stat SET touches = -1 WHERE person = old.person;
END;
CREATE TRIGGER participant_changed AFTER UPDATE OF person, touchpoint ON participant BEGIN
  UPDATE participant SET at = (SELECT at FROM touchpoint WHERE rid = new.touchpoint) WHERE rid = new.rid;
  UPDATE person_stat SET touches = -1 WHERE person IN (old.person, new.person);
END;
CREATE TRIGGER touchpoint_moved AFTER UPDATE OF at ON touchpoint WHEN new.at <> old.at BEGIN
  UPDATE participant SET at = new.at WHERE touchpoint = new.rid;
  UPDATE person_stat SET touches = -1 WHERE person IN (SELECT person FROM participant WHERE touchpoint = new.rid);
END;
CREATE TRIGGER person_count_again AFTER UPDATE OF touches ON person_stat WHEN new.touches = -1 BEGIN
  UPDATE person_stat SET
    touches = (SELECT count(*) FROM participant WHERE person = new.person),
    (last_touch, last_at) = (SELECT touchpoint, at FROM participant WHERE person = new.person
                             ORDER BY at DESC, touchpoint DESC LIMIT 1),
    usual_gap = (
      WITH last50 AS (SELECT at FROM participant WHERE person = new.person ORDER BY at DESC LIMIT 50),
           gaps AS (SELECT at - lag(at) OVER (ORDER BY at) AS gap FROM last50),
           ranked AS (SELECT gap, row_number() OVER (ORDER BY gap) AS place, count(*) OVER () AS n FROM gaps WHERE gap IS NOT NULL)
      SELECT CAST(avg(gap) AS INTEGER) FROM ranked WHERE n >= 3 AND place IN ((n + 1) / 2, (n + 2) / 2))
  WHERE person = new.person;
  UPDATE person_stat SET
    quiet_since = coalesce(last_at, (SELECT created_at FROM person WHERE rid = new.person), quiet_since),
    rhythm_due = last_at + 2 * usual_gap
  WHERE person = new.person;
END;

CREATE TRIGGER touchpoint_words_created AFTER INSERT ON touchpoint WHEN new.title <> '' OR new.text <> '' BEGIN
  INSERT INTO words(rowid, text) VALUES (new.rid * 8 + 2, fold(new.title || ' ' || new.text));
END;
CREATE TRIGGER touchpoint_words_changed AFTER UPDATE OF title, text ON touchpoint
  WHEN new.title <> old.title OR new.text <> old.text BEGIN
  INSERT INTO words(words, rowid, text)
    SELECT 'delete', old.rid * 8 + 2, fold(old.title || ' ' || old.text) WHERE old.title <> '' OR old.text <> '';
  INSERT INTO words(rowid, text)
    SELECT new.rid * 8 + 2, fold(new.title || ' ' || new.text) WHERE new.title <> '' OR new.text <> '';
END;
CREATE TRIGGER touchpoint_words_removed AFTER DELETE ON touchpoint WHEN old.title <> '' OR old.text <> '' BEGIN
  INSERT INTO words(words, rowid, text) VALUES ('delete', old.rid * 8 + 2, fold(old.title || ' ' || old.text));
END;
