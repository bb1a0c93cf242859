-- Segments: groups of people, each made by a rule (as JSON, core/src/segments/rule.rs), and the indexes that rules ask.

CREATE TABLE segment (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  hue INTEGER NOT NULL DEFAULT 0,
  rule TEXT NOT NULL,
  created_at INTEGER NOT NULL
);

-- Most people have nothing in these columns, and nothing costs nothing.
CREATE INDEX person_relation ON person(relation) WHERE relation <> '';
CREATE INDEX person_language ON person(lower(language)) WHERE language <> '';
CREATE INDEX person_preferred ON person(preferred_channel) WHERE preferred_channel <> '';
CREATE INDEX person_source ON person(source) WHERE source <> '';
CREATE INDEX person_since ON person(since) WHERE since <> '';
CREATE INDEX person_created ON person(created_at);
CREATE INDEX reach_kind ON reach(kind, person);
CREATE INDEX participant_at ON participant(at, person);
CREATE INDEX touchpoint_felt ON touchpoint(at, felt) WHERE felt IS NOT NULL;
CREATE INDEX person_stat_last ON person_stat(live, last_at) WHERE last_at IS NOT NULL;
CREATE INDEX person_stat_touches ON person_stat(live, touches);

-- How the last touchpoint felt stands beside which one it is.
ALTER TABLE person_stat ADD COLUMN last_felt INTEGER;
CREATE INDEX person_stat_felt ON person_stat(live, last_felt) WHERE last_felt IS NOT NULL;
CREATE TRIGGER last_touch_felt AFTER UPDATE OF last_touch ON person_stat BEGIN
  UPDATE person_stat SET last_felt = (SELECT felt FROM touchpoint WHERE rid = new.last_touch) WHERE person = new.person;
END;
CREATE TRIGGER touchpoint_felt_changed AFTER UPDATE OF felt ON touchpoint WHEN new.felt IS NOT old.felt BEGIN
  UPDATE person_stat SET last_felt = new.felt
    WHERE last_touch = new.rid AND person IN (SELECT person FROM participant WHERE touchpoint = new.rid);
END;
