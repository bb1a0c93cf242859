-- What is known about a note, frozen versions of a canvas, and canvases that try something else.
ALTER TABLE note ADD COLUMN evidence TEXT NOT NULL DEFAULT '';
-- 1 to 3; 0: nobody said
ALTER TABLE note ADD COLUMN importance INTEGER NOT NULL DEFAULT 0;
ALTER TABLE note ADD COLUMN owner TEXT NOT NULL DEFAULT '';
ALTER TABLE note ADD COLUMN measure TEXT NOT NULL DEFAULT '';
ALTER TABLE note ADD COLUMN pass_mark TEXT NOT NULL DEFAULT '';
-- YYYY-MM-DD, or empty
ALTER TABLE note ADD COLUMN review_on TEXT NOT NULL DEFAULT '';
ALTER TABLE note ADD COLUMN result TEXT NOT NULL DEFAULT '';
-- the hints that are not to be given any more, with commas between them
ALTER TABLE note ADD COLUMN at_rest TEXT NOT NULL DEFAULT '';
-- the id of the canvas this one was copied from, or empty; that one may be gone
ALTER TABLE canvas ADD COLUMN variant_of TEXT NOT NULL DEFAULT '';

-- One row a version: what stood there then does not change any more, so its notes are one text (JSON).
CREATE TABLE canvas_snapshot (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  canvas INTEGER NOT NULL REFERENCES canvas(rid),
  label TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  at INTEGER NOT NULL,
  frozen TEXT NOT NULL
);
CREATE INDEX canvas_snapshot_place ON canvas_snapshot(canvas, at);
