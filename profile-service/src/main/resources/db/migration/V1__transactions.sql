-- What partners reported, for good: a transaction's number stays taken when its month is dropped.
CREATE TABLE reported_transaction (
  external_id    text COLLATE "C" NOT NULL,
  partner        text COLLATE "C" NOT NULL,
  fingerprint    uuid NOT NULL, -- of the content, see Fingerprint
  transaction_id uuid NOT NULL,
  PRIMARY KEY (external_id, partner)
);

-- Ids are UUIDv7 of the recording time, so the partitions are months of recording.
CREATE TABLE transaction (
  transaction_id      uuid        NOT NULL PRIMARY KEY,
  partner             text COLLATE "C" NOT NULL,
  external_id         text COLLATE "C" NOT NULL,
  type                text        NOT NULL CHECK (type IN ('PURCHASE', 'RETURN')),
  occurred_at         timestamptz NOT NULL,
  recorded_at         timestamptz NOT NULL,
  customer_id         uuid,
  attributed_at       timestamptz,
  reference           text COLLATE "C", -- by which the partner named the customer
  returns_external_id text COLLATE "C", -- the purchase that a return names
  currency            text        NOT NULL,
  channel             text        NOT NULL,
  total               numeric(19, 4) NOT NULL CHECK (total >= 0),
  reported_total      numeric(19, 4) NOT NULL CHECK (reported_total >= 0),
  CHECK ((customer_id IS NULL) = (attributed_at IS NULL))
) PARTITION BY RANGE (transaction_id);
CREATE TABLE transaction_default PARTITION OF transaction DEFAULT;
CREATE INDEX transaction_customer ON transaction (customer_id, occurred_at DESC, transaction_id DESC)
  WHERE customer_id IS NOT NULL;
CREATE INDEX transaction_waiting ON transaction (reference, transaction_id)
  WHERE customer_id IS NULL AND reference IS NOT NULL;

-- No foreign key to transaction: both are written by one statement, and it would double its cost.
CREATE TABLE transaction_line (
  transaction_id        uuid     NOT NULL,
  line                  smallint NOT NULL CHECK (line > 0),
  customer_id           uuid,
  product               text COLLATE "C" NOT NULL,
  name                  text,
  category              text,
  quantity              integer  NOT NULL CHECK (quantity > 0),
  unit_price            numeric(19, 4) NOT NULL CHECK (unit_price >= 0),
  unit_cost             numeric(19, 4) CHECK (unit_cost >= 0),
  discount              numeric(19, 4) NOT NULL CHECK (discount >= 0),
  amount                numeric(19, 4) NOT NULL CHECK (amount >= 0),
  returnable            integer  NOT NULL, -- of a purchase: what was not given back yet
  return_of_transaction uuid,
  return_of_line        smallint,
  PRIMARY KEY (transaction_id, line),
  CHECK (returnable BETWEEN 0 AND quantity),
  CHECK ((return_of_transaction IS NULL) = (return_of_line IS NULL))
) PARTITION BY RANGE (transaction_id);
CREATE TABLE transaction_line_default PARTITION OF transaction_line DEFAULT;
-- Finds the purchases that a return without a reference may give back.
CREATE INDEX transaction_line_returnable ON transaction_line (customer_id, product)
  WHERE customer_id IS NOT NULL AND returnable > 0;

SELECT make_monthly_partitions(date_trunc('month', now())::date, 3);
