-- What a person agreed to, or asked us to leave. The newest word per channel counts; older ones are kept as evidence.

CREATE TABLE consent (
  rid INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  person INTEGER NOT NULL REFERENCES person(rid),
  -- a channel, or '' for every channel
  channel TEXT NOT NULL,
  -- agreed, optedOut
  state TEXT NOT NULL,
  -- how we know, in the user's words
  how TEXT NOT NULL DEFAULT '',
  at INTEGER NOT NULL
);
CREATE INDEX consent_person ON consent(person, channel, at);
