-- Customers are merged and split again. customer_id says whose something is now; came_for the record
-- that it came for, where that was merged into the customer; null when it came for the customer
-- itself. A transaction's lines came for what the transaction came for.
ALTER TABLE transaction ADD COLUMN came_for uuid;
ALTER TABLE interaction ADD COLUMN came_for uuid;
ALTER TABLE timeline_entry ADD COLUMN came_for uuid;
ALTER TABLE known_membership ADD COLUMN came_for uuid;
ALTER TABLE known_case ADD COLUMN came_for uuid;

-- The records that were merged into the customer, as its own latest event says.
ALTER TABLE known_customer ADD COLUMN merged uuid[] NOT NULL DEFAULT '{}';

-- Whose conflicts a split looks for: those of what came since.
CREATE TABLE applied_merge (
  merge_id   uuid PRIMARY KEY,
  survivor   uuid        NOT NULL,
  merged     uuid        NOT NULL,
  applied_at timestamptz NOT NULL,
  undone_at  timestamptz
);
