-- How much of the log went through a channel and how it felt is told from the index alone: at a million touchpoints the rows
-- themselves would be read one by one.
DROP INDEX touchpoint_channel;
CREATE INDEX touchpoint_channel ON touchpoint(channel, at, felt);
