-- When a customer is erased, its cases are closed as they are: there is nobody left to answer.
ALTER TABLE cases DROP CONSTRAINT status_agrees_with_its_times;
ALTER TABLE cases ADD CONSTRAINT status_agrees_with_its_times CHECK (
  CASE status
    WHEN 'OPEN'         THEN acknowledged_at IS NULL AND resolved_at IS NULL AND closed_at IS NULL
    WHEN 'ACKNOWLEDGED' THEN acknowledged_at IS NOT NULL AND resolved_at IS NULL AND closed_at IS NULL
    WHEN 'RESOLVED'     THEN resolved_at IS NOT NULL AND closed_at IS NULL
    WHEN 'CLOSED'       THEN closed_at IS NOT NULL
    ELSE false
  END);
