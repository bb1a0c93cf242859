-- How new customers fare on a map, who does what in a workshop about it, and which map and step of a colleague a copy is of.

-- days; NULL: as many as the program takes when nobody said
ALTER TABLE journey ADD COLUMN new_days INTEGER;
ALTER TABLE journey ADD COLUMN alone_days INTEGER;
-- names in a workshop, as they were typed
ALTER TABLE journey ADD COLUMN leads TEXT NOT NULL DEFAULT '';
ALTER TABLE journey ADD COLUMN writes TEXT NOT NULL DEFAULT '';
ALTER TABLE journey ADD COLUMN speaks TEXT NOT NULL DEFAULT '';
-- the UUID of the map that this one was copied from, by a file; empty: none
ALTER TABLE journey ADD COLUMN origin TEXT NOT NULL DEFAULT '';

-- within how many days of the contact before it a step is to happen; NULL: nobody said
ALTER TABLE journey_step ADD COLUMN within_days INTEGER;
ALTER TABLE journey_step ADD COLUMN origin TEXT NOT NULL DEFAULT '';
