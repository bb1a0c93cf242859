-- What is given to people beside what they pay for: gestures with what they cost, perks, points, what goes well together,
-- what each of us may decide, and prompts to thank that were put aside.

-- Something that was given. When, through what and how it was taken says its touchpoint; what it cost and who decided, this.
CREATE TABLE gesture (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  person INTEGER NOT NULL REFERENCES person(rid),
  what TEXT NOT NULL,
  -- gift, discount, surprise, upgrade, card, other
  sort TEXT NOT NULL,
  -- in minor units of the currency; NULL: it cost nothing, or nobody said
  cost INTEGER,
  currency TEXT NOT NULL DEFAULT '',
  -- YYYY-MM-DD
  day TEXT NOT NULL,
  decided_by TEXT NOT NULL DEFAULT '',
  -- as whom: the name of one of our roles, as it was then; empty: none
  as_role TEXT NOT NULL DEFAULT '',
  -- the UUID of the idea it came from, as text; empty: none
  idea TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  -- why it was given although it went beyond the budget
  over_reason TEXT NOT NULL DEFAULT '',
  -- the UUID of its touchpoint, as text, so that a removed one is found again when that is undone
  touchpoint TEXT NOT NULL DEFAULT '',
  -- how giving it felt to us, -2 ... +2; NULL: nobody said
  our_mood INTEGER,
  created_at INTEGER NOT NULL
);
CREATE INDEX gesture_person ON gesture(person, day);
CREATE INDEX gesture_day ON gesture(day);
CREATE INDEX gesture_touchpoint ON gesture(touchpoint) WHERE touchpoint <> '';

-- What some people may have: an offer for loyal customers, a comfort, an early look.
CREATE TABLE perk (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  what TEXT NOT NULL DEFAULT '',
  -- what one costs us, in minor units of the currency; NULL: nothing, or nobody said
  cost INTEGER,
  currency TEXT NOT NULL DEFAULT '',
  -- who may have it, in words
  who TEXT NOT NULL DEFAULT '',
  -- the UUID of the segment whose people may have it, as text; empty: everybody whom the words fit
  segment TEXT NOT NULL DEFAULT '',
  -- YYYY-MM-DD; empty: from the beginning, without an end
  valid_from TEXT NOT NULL DEFAULT '',
  valid_until TEXT NOT NULL DEFAULT '',
  -- how often it may be given in all; NULL: as often as one likes
  most INTEGER,
  created_at INTEGER NOT NULL
);

CREATE TABLE perk_given (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  perk INTEGER NOT NULL REFERENCES perk(rid),
  person INTEGER NOT NULL REFERENCES person(rid),
  -- YYYY-MM-DD
  day TEXT NOT NULL,
  -- YYYY-MM-DD; empty: not used yet
  used_on TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX perk_given_perk ON perk_given(perk, day);
CREATE INDEX perk_given_person ON perk_given(person);

-- A loyalty programme that is kept here: what its points are called, and what so many of them are worth.
CREATE TABLE programme (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  -- what is counted: stamps, points, nights
  unit TEXT NOT NULL DEFAULT '',
  -- JSON: [[points, what they are worth], ...]
  steps TEXT NOT NULL DEFAULT '[]',
  created_at INTEGER NOT NULL
);

CREATE TABLE points (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  programme INTEGER NOT NULL REFERENCES programme(rid),
  person INTEGER NOT NULL REFERENCES person(rid),
  -- below zero: spent, or taken back
  count INTEGER NOT NULL,
  -- YYYY-MM-DD
  day TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  -- the UUID of the gesture that they were spent on, as text; empty: none
  gesture TEXT NOT NULL DEFAULT ''
);
CREATE INDEX points_programme ON points(programme, person);
CREATE INDEX points_person ON points(person);

-- Whoever has the one may want the other.
CREATE TABLE goes_with (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  item TEXT NOT NULL,
  other TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
);

-- What may be given without asking: to everybody, to one person, by whoever has a role.
CREATE TABLE leeway (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  -- usual, person, role
  scope TEXT NOT NULL,
  person INTEGER REFERENCES person(rid),
  role TEXT NOT NULL DEFAULT '',
  -- what they may decide, in words
  text TEXT NOT NULL DEFAULT '',
  -- in minor units of the currency; NULL: not said
  amount INTEGER,
  currency TEXT NOT NULL DEFAULT '',
  months INTEGER,
  created_at INTEGER NOT NULL
);
CREATE INDEX leeway_scope ON leeway(scope);
CREATE INDEX leeway_person ON leeway(person) WHERE person IS NOT NULL;

-- A prompt to thank somebody that was put aside, or that was answered elsewhere.
CREATE TABLE thanks (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  person INTEGER NOT NULL REFERENCES person(rid),
  -- what it is for, as the program found it: 'firstPurchase:UUID'
  for_what TEXT NOT NULL,
  -- YYYY-MM-DD
  day TEXT NOT NULL
);
CREATE INDEX thanks_person ON thanks(person);
