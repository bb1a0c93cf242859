-- Fields that letters may mention, templates with their versions and their texts for other ways, letters that know what they
-- were made of, and snippets.

-- the word by which templates ask for it; it stays when the field is renamed; empty: none was needed yet
ALTER TABLE custom_field ADD COLUMN word TEXT NOT NULL DEFAULT '';
-- letters may mention it
ALTER TABLE custom_field ADD COLUMN mention INTEGER NOT NULL DEFAULT 0;
-- nobody's business unless they agreed that it be spoken of
ALTER TABLE custom_field ADD COLUMN sensitive INTEGER NOT NULL DEFAULT 0;
-- told: by them; public: they say it in public; noted: we noticed it; bought: from somebody else
ALTER TABLE custom_field ADD COLUMN origin TEXT NOT NULL DEFAULT 'noted';

ALTER TABLE template ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
-- JSON: what it says on other ways, by channel
ALTER TABLE template ADD COLUMN variants TEXT NOT NULL DEFAULT '';

-- what a template said before it was changed
CREATE TABLE template_version (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  template INTEGER NOT NULL REFERENCES template(rid),
  version INTEGER NOT NULL,
  subject TEXT NOT NULL DEFAULT '',
  body TEXT NOT NULL,
  variants TEXT NOT NULL DEFAULT '',
  -- until when it said that
  ended_at INTEGER NOT NULL
);
CREATE INDEX template_version_of ON template_version(template, version);

-- which version of its template it was filled from (0: from none), and the subject as that filled it
ALTER TABLE draft ADD COLUMN template_version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE draft ADD COLUMN made_subject TEXT NOT NULL DEFAULT '';
-- what the letter is about, in the words of its writer
ALTER TABLE draft ADD COLUMN reason TEXT NOT NULL DEFAULT '';

-- a few words that are needed again and again
CREATE TABLE snippet (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  language TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  created_at INTEGER NOT NULL
);
