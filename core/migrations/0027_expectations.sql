-- What people may expect of us and since when, who was told, what our firm commits itself to, and which doubts are complaints.
-- How much goes through each channel is counted as the log grows.

-- Something one may expect: a price, a time of delivery, a limit.
CREATE TABLE expectation (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  -- price, delivery, support, warranty, feature, limit, other
  topic TEXT NOT NULL,
  name TEXT NOT NULL,
  -- YYYY-MM-DD; empty: it holds
  ended_on TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
);

-- What holds from a day on. The last one that has begun is what holds now.
CREATE TABLE wording (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  expectation INTEGER NOT NULL REFERENCES expectation(rid),
  text TEXT NOT NULL,
  -- YYYY-MM-DD
  since TEXT NOT NULL
);
CREATE INDEX wording_expectation ON wording(expectation, since);

-- What somebody was told, in the words of that day.
CREATE TABLE told (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  person INTEGER NOT NULL REFERENCES person(rid),
  -- as of an expectation; badNews as well
  topic TEXT NOT NULL,
  text TEXT NOT NULL,
  -- YYYY-MM-DD
  day TEXT NOT NULL,
  -- the UUID of the expectation and of the touchpoint, as text, so that a removed one is found again; empty: none
  expectation TEXT NOT NULL DEFAULT '',
  touchpoint TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
);
CREATE INDEX told_person ON told(person, day);
CREATE INDEX told_expectation ON told(expectation) WHERE expectation <> '';

-- What our firm commits itself to beyond what it sells, and what proves it.
CREATE TABLE commitment (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  -- environment, people, other
  area TEXT NOT NULL,
  text TEXT NOT NULL,
  -- where the proof is, in words or as an address; empty: there is none
  proof TEXT NOT NULL DEFAULT '',
  -- YYYY-MM-DD: since when, and until when the proof is good; empty: nobody said
  since TEXT NOT NULL DEFAULT '',
  proven_until TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
);

-- They complain: more than not being sure.
ALTER TABLE doubt ADD COLUMN complaint INTEGER NOT NULL DEFAULT 0;

-- How many touchpoints went through each channel and how they felt, kept with the log: counting a million takes too long
-- after each of them.
CREATE TABLE channel_stat (
  channel TEXT PRIMARY KEY,
  touches INTEGER NOT NULL DEFAULT 0,
  felt INTEGER NOT NULL DEFAULT 0,
  felt_n INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
INSERT INTO channel_stat
  SELECT channel, count(*), coalesce(sum(felt), 0), count(felt) FROM touchpoint GROUP BY channel;
CREATE TRIGGER channel_stat_added AFTER INSERT ON touchpoint BEGIN
  INSERT INTO channel_stat VALUES (NEW.channel, 1, coalesce(NEW.felt, 0), NEW.felt IS NOT NULL)
    ON CONFLICT(channel) DO UPDATE SET touches = touches + 1, felt = felt + excluded.felt, felt_n = felt_n + excluded.felt_n;
END;
CREATE TRIGGER channel_stat_removed AFTER DELETE ON touchpoint BEGIN
  UPDATE channel_stat SET touches = touches - 1, felt = felt - coalesce(OLD.felt, 0), felt_n = felt_n - (OLD.felt IS NOT NULL)
    WHERE channel = OLD.channel;
END;
CREATE TRIGGER channel_stat_changed AFTER UPDATE OF channel, felt ON touchpoint
WHEN NEW.channel <> OLD.channel OR NEW.felt IS NOT OLD.felt BEGIN
  UPDATE channel_stat SET touches = touches - 1, felt = felt - coalesce(OLD.felt, 0), felt_n = felt_n - (OLD.felt IS NOT NULL)
    WHERE channel = OLD.channel;
  INSERT INTO channel_stat VALUES (NEW.channel, 1, coalesce(NEW.felt, 0), NEW.felt IS NOT NULL)
    ON CONFLICT(channel) DO UPDATE SET touches = touches + 1, felt = felt + excluded.felt, felt_n = felt_n + excluded.felt_n;
END;
