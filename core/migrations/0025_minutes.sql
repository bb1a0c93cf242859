-- How long touchpoints took is read for all of them at once: from an index as narrow as that.

CREATE INDEX touchpoint_minutes ON touchpoint(minutes) WHERE minutes IS NOT NULL;
