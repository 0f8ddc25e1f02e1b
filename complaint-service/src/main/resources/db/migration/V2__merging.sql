-- The record that a case came for, when that was merged into the customer's; events stay with it.
ALTER TABLE cases ADD COLUMN came_for uuid;
