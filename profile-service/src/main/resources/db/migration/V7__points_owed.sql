ALTER TABLE known_membership ADD COLUMN debt bigint NOT NULL DEFAULT 0;
