-- Whoever looks for what is due of one kind doesn't read past what waits of another.
DROP INDEX due_work_due;
CREATE INDEX due_work_due ON due_work (kind, due_at) WHERE failed_at IS NULL;
