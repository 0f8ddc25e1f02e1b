-- The record that a fact came for, when that was merged into the customer's. Of lines the
-- transaction says it.
ALTER TABLE transaction_fact ADD COLUMN came_for uuid;
ALTER TABLE case_fact ADD COLUMN came_for uuid;
