-- Kinds of canvas that a team makes itself, links between notes, and what speaks for a note.
CREATE TABLE canvas_kind (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  -- its blocks (JSON, core/src/canvas/own.rs): one cell, because a sheet is covered by all of them together
  plan TEXT NOT NULL,
  created_at INTEGER NOT NULL
);

-- Two people may link the same notes offline: a pair counts once, however many rows say it.
CREATE TABLE note_link (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  a INTEGER NOT NULL REFERENCES note(rid),
  b INTEGER NOT NULL REFERENCES note(rid)
);
CREATE INDEX note_link_a ON note_link(a, b);
CREATE INDEX note_link_b ON note_link(b, a);

CREATE TABLE note_proof (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  note INTEGER NOT NULL REFERENCES note(rid),
  -- the touchpoint's UUID as text, so that one that was removed is found again when that is undone
  touchpoint TEXT NOT NULL,
  -- 1: it speaks for the note; -1: against it
  says INTEGER NOT NULL
);
CREATE INDEX note_proof_note ON note_proof(note);

-- how a segment is meant to be served: the type of relationship, and what it may cost for each of its people a month
ALTER TABLE segment ADD COLUMN relation TEXT NOT NULL DEFAULT '';
ALTER TABLE segment ADD COLUMN minutes INTEGER;
-- in the smallest unit of the currency
ALTER TABLE segment ADD COLUMN cost INTEGER;
ALTER TABLE segment ADD COLUMN currency TEXT NOT NULL DEFAULT '';
ALTER TABLE segment ADD COLUMN perks TEXT NOT NULL DEFAULT '';
-- how long it took; NULL: nobody said
ALTER TABLE touchpoint ADD COLUMN minutes INTEGER;
-- the day on which a canvas is looked at again, YYYY-MM-DD, or empty
ALTER TABLE canvas ADD COLUMN review_on TEXT NOT NULL DEFAULT '';
-- the note that this one was copied from into a variant, as UUID, or empty
ALTER TABLE note ADD COLUMN copy_of TEXT NOT NULL DEFAULT '';
