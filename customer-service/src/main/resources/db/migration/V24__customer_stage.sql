-- Where in its life with the company a customer stands, as analytics told last, of the record that it
-- named. A table of its own, so that what it tells of many changes no customer's row.
CREATE TABLE customer_stage (
  customer_id uuid PRIMARY KEY REFERENCES customer ON DELETE CASCADE,
  stage       text        NOT NULL
              CHECK (stage IN ('PROSPECT', 'NEW', 'ACTIVE', 'LAPSING', 'LAPSED')),
  since       timestamptz NOT NULL,
  as_of       timestamptz NOT NULL
) WITH (fillfactor = 80);
CREATE INDEX customer_stage_is ON customer_stage (stage, customer_id);
