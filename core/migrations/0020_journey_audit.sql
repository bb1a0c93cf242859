-- What was decided about the touchpoints of a journey, and when its map is looked at again.

CREATE TABLE journey_verdict (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  journey INTEGER NOT NULL REFERENCES journey(rid),
  channel TEXT NOT NULL,
  -- stage of the relationship; empty: touchpoints that name none
  lifecycle TEXT NOT NULL DEFAULT '',
  -- keep, fix or stop
  verdict TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  at INTEGER NOT NULL
);
CREATE INDEX journey_verdict_of ON journey_verdict(journey);

-- YYYY-MM-DD; empty: no day
ALTER TABLE journey ADD COLUMN review_on TEXT NOT NULL DEFAULT '';
-- NULL: it was never looked at as a whole
ALTER TABLE journey ADD COLUMN looked_at INTEGER;
