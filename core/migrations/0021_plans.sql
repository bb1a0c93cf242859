-- How relationships are built on purpose: the strategy sheet, strategies and what came of them, where everybody stands in
-- the loyalty loop, the layers of a relationship, surprises, ideas, and the steps of the work.

-- One a book; its id is the same everywhere.
CREATE TABLE strategy_sheet (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  needs TEXT NOT NULL DEFAULT '',
  value TEXT NOT NULL DEFAULT '',
  technology TEXT NOT NULL DEFAULT '',
  trust TEXT NOT NULL DEFAULT '',
  owner TEXT NOT NULL DEFAULT '',
  -- YYYY-MM-DD; empty: no day
  review_on TEXT NOT NULL DEFAULT '',
  reviewed_at INTEGER,
  -- what the choice of a framework depends on; empty: not said
  business TEXT NOT NULL DEFAULT '',
  lifetime_value TEXT NOT NULL DEFAULT '',
  maturity TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
);

CREATE TABLE strategy (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  title TEXT NOT NULL,
  -- acquire, keep, expand
  area TEXT NOT NULL,
  -- inUse, tried, dropped
  state TEXT NOT NULL,
  result TEXT NOT NULL DEFAULT '',
  -- the test in three lines
  need TEXT NOT NULL DEFAULT '',
  beyond TEXT NOT NULL DEFAULT '',
  learning TEXT NOT NULL DEFAULT '',
  owner TEXT NOT NULL DEFAULT '',
  loop_stage TEXT NOT NULL DEFAULT '',
  layer TEXT NOT NULL DEFAULT '',
  started_on TEXT NOT NULL DEFAULT '',
  review_on TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
);
CREATE TRIGGER strategy_words_created AFTER INSERT ON strategy BEGIN
  INSERT INTO words(rowid, text) VALUES (new.rid * 8 + 7, fold(new.title || ' ' || new.result));
END;
CREATE TRIGGER strategy_words_changed AFTER UPDATE OF title, result ON strategy
  WHEN new.title <> old.title OR new.result <> old.result BEGIN
  INSERT INTO words(words, rowid, text) VALUES ('delete', old.rid * 8 + 7, fold(old.title || ' ' || old.result));
  INSERT INTO words(rowid, text) VALUES (new.rid * 8 + 7, fold(new.title || ' ' || new.result));
END;
CREATE TRIGGER strategy_words_removed AFTER DELETE ON strategy BEGIN
  INSERT INTO words(words, rowid, text) VALUES ('delete', old.rid * 8 + 7, fold(old.title || ' ' || old.result));
END;

-- One layer of value for a person or a segment: how good it is, and why one thinks so.
CREATE TABLE value_layer (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  -- 'person:UUID' or 'segment:UUID'
  subject TEXT NOT NULL,
  -- functional, emotional, social
  layer TEXT NOT NULL,
  -- 1 … 5; NULL: not judged
  score INTEGER,
  note TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
);
CREATE INDEX value_layer_subject ON value_layer(subject, layer);

CREATE TABLE layer_evidence (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  value_layer INTEGER NOT NULL REFERENCES value_layer(rid),
  -- the touchpoint's UUID as text, so that a removed one is found again when that is undone
  touchpoint TEXT NOT NULL
);
CREATE INDEX layer_evidence_layer ON layer_evidence(value_layer);

CREATE TABLE plan_idea (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  -- surprise, functional, emotional, social
  purpose TEXT NOT NULL,
  text TEXT NOT NULL,
  created_at INTEGER NOT NULL
);

-- What a surprise cost, and which idea it was; to whom and how it was taken says its touchpoint.
CREATE TABLE surprise (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  touchpoint TEXT NOT NULL,
  idea TEXT NOT NULL DEFAULT '',
  -- in minor units of the currency; NULL: not said
  cost INTEGER,
  currency TEXT NOT NULL DEFAULT ''
);
CREATE INDEX surprise_touchpoint ON surprise(touchpoint);

CREATE TABLE workflow_step (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  -- map, goals, rules, feedback; empty: one of the user's own
  purpose TEXT NOT NULL DEFAULT '',
  -- empty: as the step of that purpose is called
  title TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  owner TEXT NOT NULL DEFAULT '',
  due TEXT NOT NULL DEFAULT '',
  done_at INTEGER,
  created_at INTEGER NOT NULL
);

CREATE INDEX touchpoint_loop ON touchpoint(loop_stage, at) WHERE loop_stage <> '';

-- Derived: the touchpoint that says where somebody stands in the loop (the last one with a stage), the last one that
-- reinforced their decision to stay (it did not hurt), and when they were last delighted. stale = 1 says "count again";
-- one trigger counts.
CREATE TABLE loop_stat (
  person INTEGER PRIMARY KEY REFERENCES person(rid) ON DELETE CASCADE,
  stale INTEGER NOT NULL DEFAULT 0,
  stage TEXT,
  at INTEGER,
  touchpoint INTEGER,
  reinforced INTEGER,
  delighted_at INTEGER
);
CREATE INDEX loop_stat_stage ON loop_stat(stage, at, person);
CREATE TRIGGER loop_count AFTER UPDATE OF stale ON loop_stat WHEN new.stale = 1 BEGIN
  UPDATE loop_stat SET stale = 0,
    (stage, at, touchpoint) = (
      SELECT t.loop_stage, t.at, t.rid FROM participant x JOIN touchpoint t ON t.rid = x.touchpoint
      WHERE x.person = new.person AND t.loop_stage <> '' ORDER BY t.at DESC, t.rid DESC LIMIT 1),
    reinforced = (
      SELECT t.rid FROM participant x JOIN touchpoint t ON t.rid = x.touchpoint
      WHERE x.person = new.person AND t.loop_stage <> '' AND coalesce(t.felt, 0) >= 0
      ORDER BY t.at DESC, t.rid DESC LIMIT 1),
    delighted_at = (
      SELECT max(t.at) FROM participant x JOIN touchpoint t ON t.rid = x.touchpoint
      WHERE x.person = new.person AND t.loop_stage = 'delight' AND coalesce(t.felt, 0) >= 0)
  WHERE person = new.person;
END;
CREATE TRIGGER loop_participant_created AFTER INSERT ON participant
  WHEN (SELECT loop_stage FROM touchpoint WHERE rid = new.touchpoint) <> '' BEGIN
  INSERT OR IGNORE INTO loop_stat(person) VALUES (new.person);
  UPDATE loop_stat SET stale = 1 WHERE person = new.person;
END;
CREATE TRIGGER loop_participant_removed AFTER DELETE ON participant BEGIN
  UPDATE loop_stat SET stale = 1 WHERE person = old.person;
END;
CREATE TRIGGER loop_participant_changed AFTER UPDATE OF person, touchpoint ON participant BEGIN
  INSERT OR IGNORE INTO loop_stat(person) VALUES (new.person);
  UPDATE loop_stat SET stale = 1 WHERE person IN (old.person, new.person);
END;
CREATE TRIGGER loop_touchpoint_changed AFTER UPDATE OF at, loop_stage, felt ON touchpoint
  WHEN new.loop_stage <> '' OR old.loop_stage <> '' BEGIN
  INSERT OR IGNORE INTO loop_stat(person) SELECT person FROM participant WHERE touchpoint = new.rid;
  UPDATE loop_stat SET stale = 1 WHERE person IN (SELECT person FROM participant WHERE touchpoint = new.rid);
END;
INSERT INTO loop_stat(person) SELECT DISTINCT x.person FROM touchpoint t JOIN participant x ON x.touchpoint = t.rid WHERE t.loop_stage <> '';
UPDATE loop_stat SET stale = 1;
