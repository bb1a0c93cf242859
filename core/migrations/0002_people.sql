-- Persons, organisations, and what hangs on them. The fields of each record are declared in core/src/people/kinds.rs.

CREATE TABLE organisation (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  binned_at INTEGER
);
CREATE INDEX organisation_name ON organisation(name);

CREATE TABLE person (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  prefix TEXT NOT NULL DEFAULT '',
  given TEXT NOT NULL DEFAULT '',
  middle TEXT NOT NULL DEFAULT '',
  family TEXT NOT NULL DEFAULT '',
  suffix TEXT NOT NULL DEFAULT '',
  nickname TEXT NOT NULL DEFAULT '',
  said TEXT NOT NULL DEFAULT '',
  address_as TEXT NOT NULL DEFAULT '',
  form_of_address TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT '',
  stage TEXT NOT NULL DEFAULT '',
  relation TEXT NOT NULL DEFAULT '',
  preferred_channel TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT '',
  uid TEXT NOT NULL DEFAULT '',
  extra TEXT NOT NULL DEFAULT '',
  since TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  binned_at INTEGER
);
CREATE INDEX person_uid ON person(uid) WHERE uid <> '';
CREATE INDEX person_name ON person(name);
CREATE INDEX person_stage ON person(stage) WHERE stage <> '';
CREATE INDEX person_binned ON person(binned_at) WHERE binned_at IS NOT NULL;

-- An address of a person: e-mail, phone, postal address, link. `normal` is what duplicates are found by.
CREATE TABLE reach (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  person INTEGER NOT NULL REFERENCES person(rid),
  kind TEXT NOT NULL,
  label TEXT NOT NULL DEFAULT '',
  value TEXT NOT NULL,
  normal TEXT NOT NULL DEFAULT '',
  parts TEXT NOT NULL DEFAULT '',
  preferred INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX reach_person ON reach(person, kind);
CREATE INDEX reach_normal ON reach(normal) WHERE normal <> '';

CREATE TABLE role (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  person INTEGER NOT NULL REFERENCES person(rid),
  organisation INTEGER NOT NULL REFERENCES organisation(rid),
  title TEXT NOT NULL DEFAULT '',
  department TEXT NOT NULL DEFAULT '',
  started TEXT NOT NULL DEFAULT '',
  ended TEXT NOT NULL DEFAULT ''
);
CREATE INDEX role_person ON role(person);
CREATE INDEX role_organisation ON role(organisation);

CREATE TABLE tie (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  person INTEGER NOT NULL REFERENCES person(rid),
  other INTEGER REFERENCES person(rid),
  other_name TEXT NOT NULL DEFAULT '',
  label TEXT NOT NULL DEFAULT ''
);
CREATE INDEX tie_person ON tie(person);
CREATE INDEX tie_other ON tie(other) WHERE other IS NOT NULL;

CREATE TABLE tag (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  hue INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE tagging (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  person INTEGER NOT NULL REFERENCES person(rid),
  tag INTEGER NOT NULL REFERENCES tag(rid)
);
CREATE INDEX tagging_person ON tagging(person);
CREATE INDEX tagging_tag ON tagging(tag, person);

-- `year` NULL: the year is not known.
CREATE TABLE important_date (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  person INTEGER NOT NULL REFERENCES person(rid),
  label TEXT NOT NULL,
  year INTEGER,
  month INTEGER NOT NULL,
  day INTEGER NOT NULL
);
CREATE INDEX important_date_person ON important_date(person);
CREATE INDEX important_date_day ON important_date(month, day);

CREATE TABLE picture (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  person INTEGER NOT NULL REFERENCES person(rid),
  mime TEXT NOT NULL,
  data BLOB NOT NULL
);
CREATE INDEX picture_person ON picture(person);

-- Figures that lists and Today need in milliseconds. Derived: triggers keep them, `rapport check` recomputes them.
CREATE TABLE person_stat (
  person INTEGER PRIMARY KEY REFERENCES person(rid) ON DELETE CASCADE,
  sort_key BLOB NOT NULL,
  live INTEGER NOT NULL,
  touches INTEGER NOT NULL DEFAULT 0,
  last_touch INTEGER,
  last_at INTEGER,
  -- median of the gaps between the last 50 touchpoints, in milliseconds; NULL with fewer than four touchpoints
  usual_gap INTEGER,
  -- since when nobody has spoken with them: the last touchpoint, or the day they came into the book
  quiet_since INTEGER NOT NULL,
  -- when twice their own usual gap will have passed
  rhythm_due INTEGER
);
CREATE INDEX person_stat_sort ON person_stat(live, sort_key, person);
CREATE INDEX person_stat_quiet ON person_stat(live, quiet_since);
CREATE INDEX person_stat_rhythm ON person_stat(live, rhythm_due) WHERE rhythm_due IS NOT NULL;

CREATE TRIGGER person_created AFTER INSERT ON person BEGIN
  INSERT INTO person_stat(person, sort_key, live, quiet_since)
    VALUES (new.rid, sort_key(new.name), new.binned_at IS NULL, new.created_at);
END;
CREATE TRIGGER person_renamed AFTER UPDATE OF name ON person WHEN new.name <> old.name BEGIN
  UPDATE person_stat SET sort_key = sort_key(new.name) WHERE person = new.rid;
END;
CREATE TRIGGER person_binned AFTER UPDATE OF binned_at ON person BEGIN
  UPDATE person_stat SET live = new.binned_at IS NULL WHERE person = new.rid;
END;

CREATE TRIGGER person_words_created AFTER INSERT ON person WHEN new.note <> '' BEGIN
  INSERT INTO words(rowid, text) VALUES (new.rid * 8 + 1, fold(new.note));
END;
CREATE TRIGGER person_words_changed AFTER UPDATE OF note ON person WHEN new.note <> old.note BEGIN
  INSERT INTO words(words, rowid, text) SELECT 'delete', old.rid * 8 + 1, fold(old.note) WHERE old.note <> '';
  INSERT INTO words(rowid, text) SELECT new.rid * 8 + 1, fold(new.note) WHERE new.note <> '';
END;
CREATE TRIGGER person_words_removed AFTER DELETE ON person WHEN old.note <> '' BEGIN
  INSERT INTO words(words, rowid, text) VALUES ('delete', old.rid * 8 + 1, fold(old.note));
END;
