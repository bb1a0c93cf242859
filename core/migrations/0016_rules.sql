-- What more rules ask: the stage of the loyalty loop that somebody was last at, and fields of the user's own.

-- Derived: the stage beside who took part, so that one narrow index tells the newest; and that newest one with the person.
ALTER TABLE participant ADD COLUMN loop_stage TEXT;
ALTER TABLE person_stat ADD COLUMN loop_stage TEXT;
UPDATE participant SET loop_stage = t.loop_stage FROM touchpoint t WHERE t.rid = participant.touchpoint AND t.loop_stage <> '';
CREATE INDEX participant_loop ON participant(person, at, touchpoint, loop_stage) WHERE loop_stage <> '';
UPDATE person_stat SET loop_stage = (
  SELECT x.loop_stage FROM participant x WHERE x.person = person_stat.person AND x.loop_stage <> '' ORDER BY x.at DESC, x.touchpoint DESC LIMIT 1);
CREATE INDEX person_stat_loop ON person_stat(live, loop_stage) WHERE loop_stage <> '';

CREATE TRIGGER participant_loop_created AFTER INSERT ON participant
  WHEN (SELECT loop_stage FROM touchpoint WHERE rid = new.touchpoint) <> '' OR new.loop_stage <> '' BEGIN
  UPDATE participant SET (at, loop_stage) = (SELECT at, loop_stage FROM touchpoint WHERE rid = new.touchpoint) WHERE rid = new.rid;
END;
CREATE TRIGGER participant_loop_touch AFTER UPDATE OF touchpoint ON participant WHEN new.touchpoint <> old.touchpoint BEGIN
  UPDATE participant SET loop_stage = (SELECT loop_stage FROM touchpoint WHERE rid = new.touchpoint) WHERE rid = new.rid;
END;
CREATE TRIGGER touchpoint_loop_changed AFTER UPDATE OF loop_stage ON touchpoint WHEN new.loop_stage <> old.loop_stage BEGIN
  UPDATE participant SET loop_stage = new.loop_stage WHERE touchpoint = new.rid;
END;
CREATE TRIGGER participant_loop_changed AFTER UPDATE OF loop_stage, at, person ON participant
  WHEN coalesce(new.loop_stage, '') <> '' OR coalesce(old.loop_stage, '') <> '' BEGIN
  UPDATE person_stat SET loop_stage = (
      SELECT x.loop_stage FROM participant x WHERE x.person = person_stat.person AND x.loop_stage <> '' ORDER BY x.at DESC, x.touchpoint DESC LIMIT 1)
    WHERE person IN (old.person, new.person);
END;
CREATE TRIGGER participant_loop_removed AFTER DELETE ON participant WHEN old.loop_stage <> '' BEGIN
  UPDATE person_stat SET loop_stage = (
      SELECT x.loop_stage FROM participant x WHERE x.person = old.person AND x.loop_stage <> '' ORDER BY x.at DESC, x.touchpoint DESC LIMIT 1)
    WHERE person = old.person;
END;

-- A field that the user made up: its name, what it holds, and what can be chosen.
CREATE TABLE custom_field (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  -- text, number, date, choice
  kind TEXT NOT NULL,
  -- one a line
  choices TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
);

CREATE TABLE custom_value (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  person INTEGER NOT NULL REFERENCES person(rid),
  field INTEGER NOT NULL REFERENCES custom_field(rid),
  -- a number with a point, a date as YYYY-MM-DD
  value TEXT NOT NULL,
  -- derived, for rules
  folded TEXT,
  number REAL
);
CREATE INDEX custom_value_person ON custom_value(person, field);
CREATE INDEX custom_value_folded ON custom_value(field, folded, person);
CREATE INDEX custom_value_number ON custom_value(field, number, person);
CREATE TRIGGER custom_value_created AFTER INSERT ON custom_value BEGIN
  UPDATE custom_value SET folded = fold(new.value), number = CAST(new.value AS REAL) WHERE rid = new.rid;
END;
CREATE TRIGGER custom_value_changed AFTER UPDATE OF value ON custom_value WHEN new.value <> old.value BEGIN
  UPDATE custom_value SET folded = fold(new.value), number = CAST(new.value AS REAL) WHERE rid = new.rid;
END;
