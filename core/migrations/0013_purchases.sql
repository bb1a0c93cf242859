-- What people bought, what that comes to, and the rates by which currencies are joined.

CREATE TABLE purchase (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  person INTEGER NOT NULL REFERENCES person(rid),
  organisation INTEGER REFERENCES organisation(rid),
  -- YYYY-MM-DD
  date TEXT NOT NULL,
  -- in minor units of the currency; below zero: given back
  amount INTEGER NOT NULL,
  -- ISO 4217
  currency TEXT NOT NULL,
  item TEXT NOT NULL DEFAULT '',
  reference TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
);
CREATE INDEX purchase_person ON purchase(person, currency, date, amount);
CREATE INDEX purchase_date ON purchase(date, person, currency, amount);
CREATE INDEX purchase_organisation ON purchase(organisation) WHERE organisation IS NOT NULL;
CREATE INDEX purchase_reference ON purchase(reference) WHERE reference <> '';

-- One unit of `currency` was worth `rate` units of `base` on `day`.
CREATE TABLE exchange_rate (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  currency TEXT NOT NULL,
  base TEXT NOT NULL,
  -- a decimal number, as digits and one point
  rate TEXT NOT NULL,
  -- YYYY-MM-DD
  day TEXT NOT NULL
);

-- Derived: what each person's purchases come to in each currency. What was given back lowers the sum and is no purchase.
CREATE TABLE purchase_stat (
  person INTEGER NOT NULL REFERENCES person(rid) ON DELETE CASCADE,
  currency TEXT NOT NULL,
  -- lines, those below zero too
  lines INTEGER NOT NULL,
  purchases INTEGER NOT NULL,
  sum INTEGER NOT NULL,
  first TEXT,
  last TEXT,
  PRIMARY KEY (person, currency)
) WITHOUT ROWID;

CREATE TRIGGER purchase_created AFTER INSERT ON purchase BEGIN
  INSERT INTO purchase_stat(person, currency, lines, purchases, sum, first, last)
    VALUES (new.person, new.currency, 1, new.amount >= 0, new.amount,
            iif(new.amount >= 0, new.date, NULL), iif(new.amount >= 0, new.date, NULL))
    ON CONFLICT(person, currency) DO UPDATE SET
      lines = lines + 1, purchases = purchases + excluded.purchases, sum = sum + excluded.sum,
      first = coalesce(min(first, excluded.first), first, excluded.first),
      last = coalesce(max(last, excluded.last), last, excluded.last);
END;
-- Whatever else changes, the person's figures of that currency are counted again: lines = -1 says so.
CREATE TRIGGER purchase_removed AFTER DELETE ON purchase BEGIN
  UPDATE purchase_stat SET lines = -1 WHERE person = old.person AND currency = old.currency;
END;
CREATE TRIGGER purchase_changed AFTER UPDATE OF person, currency, amount, date ON purchase BEGIN
  UPDATE purchase_stat SET lines = -1 WHERE person = old.person AND currency = old.currency;
  INSERT INTO purchase_stat(person, currency, lines, purchases, sum) VALUES (new.person, new.currency, 0, 0, 0)
    ON CONFLICT(person, currency) DO NOTHING;
  UPDATE purchase_stat SET lines = -1 WHERE person = new.person AND currency = new.currency;
END;
CREATE TRIGGER purchases_count_again AFTER UPDATE OF lines ON purchase_stat WHEN new.lines = -1 BEGIN
  UPDATE purchase_stat SET (lines, purchases, sum, first, last) = (
    SELECT count(*), coalesce(sum(amount >= 0), 0), coalesce(sum(amount), 0),
           min(iif(amount >= 0, date, NULL)), max(iif(amount >= 0, date, NULL))
    FROM purchase WHERE person = new.person AND currency = new.currency)
  WHERE person = new.person AND currency = new.currency;
  DELETE FROM purchase_stat WHERE person = new.person AND currency = new.currency AND lines = 0;
END;
