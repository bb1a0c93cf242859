-- Communities: people who have something in common, when they met, who could help whom, and who was brought together.

CREATE TABLE community (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  about TEXT NOT NULL DEFAULT '',
  -- the segment's UUID as text, so that a removed segment is found again when that is undone; empty: none
  segment TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
);

CREATE TABLE community_member (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  community INTEGER NOT NULL REFERENCES community(rid),
  person INTEGER NOT NULL REFERENCES person(rid),
  joined_at INTEGER NOT NULL
);
CREATE INDEX community_member_community ON community_member(community, person);
CREATE INDEX community_member_person ON community_member(person);

CREATE TABLE community_meeting (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  community INTEGER NOT NULL REFERENCES community(rid),
  at INTEGER NOT NULL,
  title TEXT NOT NULL DEFAULT '',
  heard TEXT NOT NULL DEFAULT '',
  -- the UUID of the touchpoint that everybody who came shares, as text
  touchpoint TEXT NOT NULL DEFAULT ''
);
CREATE INDEX community_meeting_community ON community_meeting(community, at);

CREATE TABLE help_topic (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  person INTEGER NOT NULL REFERENCES person(rid),
  topic TEXT NOT NULL,
  -- offers, looks
  side TEXT NOT NULL
);
CREATE INDEX help_topic_person ON help_topic(person);

CREATE TABLE introduction (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  one INTEGER NOT NULL REFERENCES person(rid),
  other INTEGER NOT NULL REFERENCES person(rid),
  topic TEXT NOT NULL DEFAULT '',
  at INTEGER NOT NULL,
  -- the UUID of the touchpoint that both share, as text
  touchpoint TEXT NOT NULL DEFAULT ''
);
CREATE INDEX introduction_one ON introduction(one);
CREATE INDEX introduction_other ON introduction(other);
