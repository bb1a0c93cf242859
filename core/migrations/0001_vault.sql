-- What the write door keeps beside every record: who wrote it, when, what it replaced, and how to take it back.

CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;

-- Devices that have written here. `dev` is a short local number for the device's UUID.
CREATE TABLE device (dev INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, name TEXT NOT NULL DEFAULT '');

-- One confirmed write. `name` is a key of the message catalogue, `subject` what it was done to.
CREATE TABLE step (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  subject TEXT NOT NULL DEFAULT '',
  at INTEGER NOT NULL,
  dev INTEGER NOT NULL REFERENCES device(dev),
  undone_at INTEGER,
  -- 1: undone and then written over, or a merge: kept as history only
  dropped INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX step_stack ON step(dropped, undone_at, rid);

-- What a step did, in order. field > 0: a cell went from `before` to `after`; field = 0: the rows rid..after were
-- created; field = -1: the row was removed and stands in parked_<table>.
CREATE TABLE change (
  step INTEGER NOT NULL REFERENCES step(rid),
  n INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  rid INTEGER NOT NULL,
  field INTEGER NOT NULL,
  before,
  after,
  PRIMARY KEY (step, n)
) WITHOUT ROWID;
CREATE INDEX change_of ON change(kind, rid, field);

-- The stamp of created rows: row rid carries (dev, seq_from + rid - rid_from). One row a run of an import.
CREATE TABLE row_ver (
  kind INTEGER NOT NULL,
  rid_from INTEGER NOT NULL,
  rid_to INTEGER NOT NULL,
  dev INTEGER NOT NULL,
  seq_from INTEGER NOT NULL,
  hlc INTEGER NOT NULL,
  PRIMARY KEY (kind, rid_from)
) WITHOUT ROWID;
CREATE INDEX row_ver_seq ON row_ver(dev, seq_from);

-- The stamp of a cell changed after its row was created. field 0 is "the row is there" (1) or not (0).
CREATE TABLE cell_ver (
  kind INTEGER NOT NULL,
  rid INTEGER NOT NULL,
  field INTEGER NOT NULL,
  dev INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  hlc INTEGER NOT NULL,
  ctx BLOB NOT NULL,
  total BLOB NOT NULL,
  -- only of field 0, which has no column: 1 there, 0 not
  value INTEGER,
  PRIMARY KEY (kind, rid, field)
) WITHOUT ROWID;
CREATE INDEX cell_ver_seq ON cell_ver(dev, seq);

-- Values written by somebody who had not seen the one shown; kept until a person decides.
CREATE TABLE sibling (
  kind INTEGER NOT NULL,
  rid INTEGER NOT NULL,
  field INTEGER NOT NULL,
  dev INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  hlc INTEGER NOT NULL,
  ctx BLOB NOT NULL,
  value,
  PRIMARY KEY (kind, rid, field, dev, seq)
) WITHOUT ROWID;

-- Changes from elsewhere whose row, or whose row's parent, has not arrived yet.
CREATE TABLE waiting (needs BLOB NOT NULL, op BLOB NOT NULL, PRIMARY KEY (needs, op)) WITHOUT ROWID;

-- Rows erased for good: they win over every later arrival. Holds no personal data.
CREATE TABLE erased (id BLOB PRIMARY KEY, hlc INTEGER NOT NULL) WITHOUT ROWID;

-- Words of notes and touchpoints; rowid = rid * 8 + source (people/kinds.rs and its neighbours say which).
-- Contentless: texts are folded on the way in, so a delete hands the folded old text back.
CREATE VIRTUAL TABLE words USING fts5(text, content = '', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
INSERT INTO words(words, rank) VALUES ('secure-delete', 1);
