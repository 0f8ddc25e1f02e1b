-- Null until the membership's tier changed for the first time that we heard of.
ALTER TABLE known_membership ADD COLUMN tier text, ADD COLUMN tier_since timestamptz;
