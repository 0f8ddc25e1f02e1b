CREATE TABLE interaction (
  interaction_id uuid        NOT NULL PRIMARY KEY,
  customer_id    uuid        NOT NULL,
  channel        text        NOT NULL,
  direction      text        NOT NULL CHECK (direction IN ('IN', 'OUT')),
  occurred_at    timestamptz NOT NULL,
  recorded_at    timestamptz NOT NULL,
  summary        text        NOT NULL
) PARTITION BY RANGE (interaction_id);
CREATE TABLE interaction_default PARTITION OF interaction DEFAULT;
CREATE INDEX interaction_customer
  ON interaction (customer_id, occurred_at DESC, interaction_id DESC);

SELECT make_monthly_partitions(date_trunc('month', now())::date, 3);
