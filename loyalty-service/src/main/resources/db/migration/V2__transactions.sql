-- Our view of profile-service's transactions, those of unknown customers too. A return may come
-- before its purchase: the purchase is then EXPECTED, an id and nothing else. Whoever rates a
-- purchase or takes points back for it holds its row, so the two never miss each other.
CREATE TABLE transaction (
  id          uuid NOT NULL PRIMARY KEY,
  type        text NOT NULL CHECK (type IN ('PURCHASE', 'RETURN', 'EXPECTED')),
  partner     text,
  external_id text,
  customer_id uuid,
  occurred_at timestamptz,
  currency    text,
  channel     text,
  total       numeric(19, 4),
  -- read and written whole, to rate or rate again
  lines       jsonb,
  CHECK (type = 'EXPECTED'
         OR num_nulls(partner, external_id, occurred_at, currency, total, lines) = 0)
) PARTITION BY RANGE (id);
CREATE TABLE transaction_default PARTITION OF transaction DEFAULT;
CREATE INDEX transaction_of_customer ON transaction (customer_id, occurred_at, id)
  WHERE customer_id IS NOT NULL;

-- What returns gave back of a purchase.
CREATE TABLE returned_line (
  purchase_id   uuid   NOT NULL,
  purchase_line int    NOT NULL,
  return_id     uuid   NOT NULL,
  return_line   int    NOT NULL,
  quantity      bigint NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (return_id, return_line)
);
CREATE INDEX returned_line_of_purchase ON returned_line (purchase_id);

-- What a purchase earned on a membership. Permanent: the guard against earning twice, whether the
-- purchase comes under its id or its partner's number again.
CREATE TABLE earning (
  transaction_id uuid   NOT NULL,
  membership_id  uuid   NOT NULL,
  partner        text   NOT NULL,
  external_id    text   NOT NULL,
  entry_id       uuid   NOT NULL,
  lot_id         uuid,
  rule_version   int    NOT NULL,
  points         bigint NOT NULL CHECK (points >= 0),
  -- claimed back by returns, including what could not be taken any more
  claimed        bigint NOT NULL DEFAULT 0 CHECK (claimed BETWEEN 0 AND points),
  PRIMARY KEY (transaction_id, membership_id),
  UNIQUE (membership_id, partner, external_id),
  CHECK ((points > 0) = (lot_id IS NOT NULL))
) WITH (fillfactor = 90);

-- What a return took back from a membership; as permanent as earnings.
CREATE TABLE take_back (
  transaction_id uuid   NOT NULL,
  membership_id  uuid   NOT NULL,
  points         bigint NOT NULL CHECK (points >= 0),
  shortfall      bigint NOT NULL CHECK (shortfall >= 0),
  PRIMARY KEY (transaction_id, membership_id)
);
