-- Vouchers under the same terms, which are never changed; closing ends them.
CREATE TABLE voucher_campaign (
  id                  uuid PRIMARY KEY,
  name                text           NOT NULL,
  program_id          uuid           REFERENCES program,
  currency            text           NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  -- one of both; most bounds a percent
  amount              numeric(19, 4) CHECK (amount > 0),
  percent             numeric(7, 4)  CHECK (percent > 0 AND percent <= 100),
  most                numeric(19, 4) CHECK (most > 0),
  minimum             numeric(19, 4) CHECK (minimum > 0),
  products            text[]         NOT NULL,
  categories          text[]         NOT NULL,
  excluded_products   text[]         NOT NULL,
  excluded_categories text[]         NOT NULL,
  valid_from          timestamptz,
  valid_until         timestamptz,
  valid_days          int            CHECK (valid_days > 0),
  uses_per_code       int            CHECK (uses_per_code > 0),
  uses_per_customer   int            CHECK (uses_per_customer > 0),
  most_discount       numeric(19, 4) CHECK (most_discount > 0),
  most_redemptions    bigint         CHECK (most_redemptions > 0),
  exclusive           boolean        NOT NULL,
  stacking_group      text,
  -- codes that are drawn, or one for everybody
  code_prefix         text,
  code_length         int            CHECK (code_length >= 10),
  public_code         text,
  extend_days         int            NOT NULL CHECK (extend_days >= 0),
  created_at          timestamptz    NOT NULL,
  closed_at           timestamptz,
  version             bigint         NOT NULL DEFAULT 1,
  CHECK (num_nonnulls(amount, percent) = 1 AND (most IS NULL OR percent IS NOT NULL)),
  CHECK (valid_from < valid_until),
  CHECK ((public_code IS NULL) = (num_nonnulls(code_prefix, code_length) = 2)),
  CHECK (num_nonnulls(public_code, code_length) = 1),
  -- what everybody can use without end is bounded otherwise
  CHECK (uses_per_code IS NOT NULL
         OR public_code IS NOT NULL
            AND num_nonnulls(uses_per_customer, most_discount, most_redemptions) > 0)
);

-- What a campaign with a budget has given away or holds: one small hot row for all who redeem.
CREATE TABLE voucher_budget (
  campaign_id      uuid PRIMARY KEY REFERENCES voucher_campaign,
  most_discount    numeric(19, 4),
  most_redemptions bigint,
  discount         numeric(19, 4) NOT NULL DEFAULT 0 CHECK (discount >= 0),
  redemptions      bigint         NOT NULL DEFAULT 0 CHECK (redemptions >= 0),
  CHECK (discount <= most_discount),
  CHECK (redemptions <= most_redemptions)
) WITH (fillfactor = 20);

-- Codes to be drawn, in pieces: made says how far that is, also after a crash.
CREATE TABLE voucher_batch (
  id          uuid PRIMARY KEY,
  campaign_id uuid        NOT NULL REFERENCES voucher_campaign,
  count       int         NOT NULL CHECK (count > 0),
  made        int         NOT NULL DEFAULT 0 CHECK (made BETWEEN 0 AND count),
  started_at  timestamptz NOT NULL
);

-- Codes stand in the form in which they are looked up (docs/adr/0023). customer_id is who alone may
-- use one, whom its record means now; came_for the record that it was issued for, null: the same.
CREATE TABLE voucher (
  id          uuid PRIMARY KEY,
  campaign_id uuid        NOT NULL REFERENCES voucher_campaign,
  code        text        NOT NULL UNIQUE CHECK (code ~ '^[0-9A-Z]{1,31}$'),
  batch_id    uuid,
  customer_id uuid,
  came_for    uuid,
  issued_at   timestamptz NOT NULL,
  -- instead of the campaign's
  valid_until timestamptz,
  -- made or held; not counted where there is no limit: that would be one hot row for everybody
  uses        int         NOT NULL DEFAULT 0 CHECK (uses >= 0),
  most_uses   int         CHECK (most_uses > 0),
  revoked_at  timestamptz,
  CHECK (uses <= most_uses)
) WITH (fillfactor = 90);
CREATE INDEX voucher_of_campaign ON voucher (campaign_id, id);
CREATE INDEX voucher_of_customer ON voucher (customer_id, id) WHERE customer_id IS NOT NULL;

-- An order of a partner. Reservations and returns meet here: whoever comes second sees the other,
-- since both write the row. purchase_id is known from the first return on.
CREATE TABLE voucher_order (
  partner        text NOT NULL,
  external_id    text NOT NULL,
  purchase_id    uuid,
  reservation_id uuid,
  PRIMARY KEY (partner, external_id)
);

-- What one order holds or has used. Overdue, it holds nothing, whatever its state says.
CREATE TABLE voucher_reservation (
  id          uuid PRIMARY KEY,
  partner     text        NOT NULL,
  external_id text        NOT NULL,
  customer_id uuid,
  came_for    uuid,
  currency    text        NOT NULL,
  lines       jsonb       NOT NULL,
  -- of all that was asked for: the same order again is the same reservation
  fingerprint text        NOT NULL,
  state       text        NOT NULL CHECK (state IN ('HELD', 'REDEEMED', 'RELEASED', 'RESTORED')),
  reserved_at timestamptz NOT NULL,
  held_until  timestamptz NOT NULL,
  ended_at    timestamptz,
  version     bigint      NOT NULL DEFAULT 1,
  CHECK ((state = 'HELD') = (ended_at IS NULL))
) WITH (fillfactor = 80);
CREATE INDEX voucher_reservation_of_customer ON voucher_reservation (customer_id)
  WHERE customer_id IS NOT NULL;

-- A voucher in a reservation.
CREATE TABLE voucher_redemption (
  id             uuid PRIMARY KEY,
  reservation_id uuid           NOT NULL REFERENCES voucher_reservation,
  campaign_id    uuid           NOT NULL REFERENCES voucher_campaign,
  voucher_id     uuid           NOT NULL REFERENCES voucher,
  place          int            NOT NULL CHECK (place > 0),
  customer_id    uuid,
  came_for       uuid,
  state          text           NOT NULL
                 CHECK (state IN ('HELD', 'REDEEMED', 'RELEASED', 'RESTORED')),
  held_until     timestamptz    NOT NULL,
  -- granted, by line of the order
  lines          jsonb          NOT NULL,
  discount       numeric(19, 4) NOT NULL CHECK (discount > 0),
  -- what returns have left of it; the budget counts this
  kept           numeric(19, 4) NOT NULL,
  minimum_kept   boolean        NOT NULL DEFAULT true,
  CHECK (kept BETWEEN 0 AND discount),
  UNIQUE (reservation_id, campaign_id)
) WITH (fillfactor = 80);
CREATE INDEX voucher_redemption_of_customer ON voucher_redemption (customer_id, campaign_id)
  WHERE customer_id IS NOT NULL;
CREATE INDEX voucher_redemption_held ON voucher_redemption (campaign_id, held_until)
  WHERE state = 'HELD';
CREATE INDEX voucher_redemption_overdue ON voucher_redemption (held_until) WHERE state = 'HELD';
