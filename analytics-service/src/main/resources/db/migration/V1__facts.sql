-- What was bought and given back: the base of every figure. Amounts are positive; the type says
-- which way they go.
CREATE TABLE transaction_fact (
  transaction_id uuid          NOT NULL PRIMARY KEY,
  partner        text          NOT NULL,
  type           text          NOT NULL CHECK (type IN ('PURCHASE', 'RETURN')),
  occurred_at    timestamptz   NOT NULL,
  currency       text          NOT NULL,
  channel        text,
  lines          int           NOT NULL,
  revenue        numeric(20,4) NOT NULL,
  -- cost of the lines whose unit cost is known, and the revenue of those lines
  cost           numeric(24,4) NOT NULL,
  costed_revenue numeric(20,4) NOT NULL,
  customer_id    uuid,
  -- when it was said whose it is; the latest word counts, in whatever order the words arrive
  attributed_at  timestamptz,
  CHECK ((customer_id IS NULL) = (attributed_at IS NULL))
) PARTITION BY RANGE (transaction_id);
CREATE TABLE transaction_fact_default PARTITION OF transaction_fact DEFAULT;
CREATE INDEX transaction_fact_customer ON transaction_fact (customer_id);

CREATE TABLE line_fact (
  transaction_id        uuid          NOT NULL,
  line                  int           NOT NULL,
  product               text          NOT NULL,
  category              text,
  quantity              int           NOT NULL,
  amount                numeric(20,4) NOT NULL,
  cost                  numeric(24,4),
  return_of_transaction uuid,
  return_of_line        int,
  customer_id           uuid,
  PRIMARY KEY (transaction_id, line)
) PARTITION BY RANGE (transaction_id);
CREATE TABLE line_fact_default PARTITION OF line_fact DEFAULT;

CREATE TABLE case_fact (
  case_id     uuid PRIMARY KEY,
  customer_id uuid NOT NULL,
  kind        text NOT NULL,
  category    text NOT NULL,
  opened_at   timestamptz,
  resolved_at timestamptz
);
CREATE INDEX case_fact_customer ON case_fact (customer_id);

CREATE TABLE registered_customer (
  customer_id   uuid PRIMARY KEY,
  registered_at timestamptz NOT NULL
);

SELECT make_monthly_partitions(date_trunc('month', now())::date, 3);
