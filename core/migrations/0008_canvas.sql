-- Canvases: how we serve whom. Blocks and questions are data of the program (core/src/canvas/plan.rs).

CREATE TABLE canvas (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  title TEXT NOT NULL,
  designed_for TEXT NOT NULL DEFAULT '',
  designed_by TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL
);

-- `order_key` sorts the notes of a block; a note put between two others gets a key between theirs.
CREATE TABLE note (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  canvas INTEGER NOT NULL REFERENCES canvas(rid),
  block TEXT NOT NULL,
  order_key TEXT NOT NULL,
  text TEXT NOT NULL,
  detail TEXT NOT NULL DEFAULT '',
  hue INTEGER NOT NULL DEFAULT 0,
  -- what its figures come from: empty, `segment:UUID`, `channel:KIND`, `relation:TYPE`
  binding TEXT NOT NULL DEFAULT '',
  archived_at INTEGER,
  created_at INTEGER NOT NULL
);
CREATE INDEX note_place ON note(canvas, block, order_key);

-- One row a question from the beginning on: two people who answer the same one offline then meet in the same cell.
CREATE TABLE answer (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  canvas INTEGER NOT NULL REFERENCES canvas(rid),
  question TEXT NOT NULL,
  text TEXT NOT NULL DEFAULT ''
);
CREATE INDEX answer_canvas ON answer(canvas);
