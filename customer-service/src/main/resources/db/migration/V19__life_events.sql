-- When what a correction says happened, when it was an event in the customer's life.
ALTER TABLE customer_correction ADD COLUMN happened_on date;
CREATE OR REPLACE VIEW customer_version AS
SELECT id AS customer_id, 1 AS version, form, received_at, confidence,
       CASE WHEN partner IS NULL THEN 'STAFF' ELSE 'PARTNER' END AS reporter, partner,
       registered_by AS who, registered_at AS recorded_at, NULL::uuid AS merge_id,
       NULL::date AS happened_on
  FROM customer
UNION ALL
SELECT customer_id, version, form, received_at, confidence, reporter, partner, corrected_by,
       corrected_at, merge_id, happened_on
  FROM customer_correction;

-- That somebody has died, as it was reported. A report is never changed: another one revokes it.
CREATE TABLE customer_death (
  id          uuid PRIMARY KEY,
  -- the record that was named
  customer_id uuid        NOT NULL REFERENCES customer ON DELETE CASCADE,
  -- null when nobody knows
  died_on     date,
  -- from when on nobody contacts the customer
  since       timestamptz NOT NULL,
  form        text        NOT NULL,
  received_at timestamptz NOT NULL,
  confidence  numeric(3, 2) CHECK (confidence BETWEEN 0 AND 1),
  reported_by text        NOT NULL,
  reported_at timestamptz NOT NULL,
  revoked_by  text,
  revoked_at  timestamptz CHECK (revoked_at >= reported_at),
  CHECK ((revoked_by IS NULL) = (revoked_at IS NULL))
);
CREATE INDEX customer_death_of ON customer_death (customer_id);
CREATE UNIQUE INDEX customer_death_in_force ON customer_death (customer_id) WHERE revoked_at IS NULL;
