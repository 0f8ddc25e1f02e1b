-- As last published; none for who has bought nothing yet.
CREATE TABLE customer_stage (
  customer_id uuid PRIMARY KEY,
  stage       text        NOT NULL
              CHECK (stage IN ('PROSPECT', 'NEW', 'ACTIVE', 'LAPSING', 'LAPSED')),
  since       timestamptz NOT NULL
) WITH (fillfactor = 80);
