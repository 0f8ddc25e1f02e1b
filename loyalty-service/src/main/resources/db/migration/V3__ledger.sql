-- Points earned together, expiring together. Every change of a lot is a posting.
CREATE TABLE lot (
  id             uuid PRIMARY KEY,
  account_id     uuid        NOT NULL,
  customer_id    uuid        NOT NULL,
  entry_id       uuid        NOT NULL,
  transaction_id uuid,
  original       bigint      NOT NULL CHECK (original > 0),
  remaining      bigint      NOT NULL CHECK (remaining >= 0),
  redeemed       bigint      NOT NULL DEFAULT 0 CHECK (redeemed >= 0),
  expired        bigint      NOT NULL DEFAULT 0 CHECK (expired >= 0),
  reversed       bigint      NOT NULL DEFAULT 0 CHECK (reversed >= 0),
  moved          bigint      NOT NULL DEFAULT 0 CHECK (moved >= 0),
  earned_at      timestamptz NOT NULL,
  -- infinity: never
  expires_at     timestamptz NOT NULL,
  CHECK (original = remaining + redeemed + expired + reversed + moved)
) WITH (fillfactor = 90);
CREATE INDEX lot_of_account ON lot (account_id, id);
CREATE INDEX lot_to_spend ON lot (account_id, expires_at, id) WHERE remaining > 0;
CREATE INDEX lot_to_expire ON lot (expires_at) WHERE remaining > 0 AND expires_at < 'infinity';

CREATE TABLE entry (
  id             uuid        NOT NULL PRIMARY KEY,
  kind           text        NOT NULL
                 CHECK (kind IN ('EARNED', 'RETURNED', 'REDEEMED', 'REDEMPTION_REVERSED',
                                 'COMPENSATED', 'EXPIRED')),
  membership_id  uuid        NOT NULL,
  customer_id    uuid        NOT NULL,
  at             timestamptz NOT NULL,
  -- what the entry is about: a transaction, a redemption, a compensation
  transaction_id uuid,
  redemption_id  uuid,
  compensation_id uuid,
  rule_version   int,
  -- what a return should have taken and could not, the points being spent
  shortfall      bigint      NOT NULL DEFAULT 0 CHECK (shortfall >= 0),
  -- why a purchase earned nothing
  note           text
) PARTITION BY RANGE (id);
CREATE TABLE entry_default PARTITION OF entry DEFAULT;
CREATE INDEX entry_of_membership ON entry (membership_id, id);
CREATE INDEX entry_of_redemption ON entry (redemption_id) WHERE redemption_id IS NOT NULL;

-- One side of an entry. A posting on a member's account names the lot that it changes, so a
-- balance, the sum of its postings and the sum of what its lots have left can't differ.
CREATE TABLE posting (
  entry_id    uuid     NOT NULL,
  number      smallint NOT NULL,
  kind        text     NOT NULL,
  account_id  uuid     NOT NULL,
  customer_id uuid     NOT NULL,
  lot_id      uuid,
  points      bigint   NOT NULL CHECK (points <> 0),
  PRIMARY KEY (entry_id, number)
) PARTITION BY RANGE (entry_id);
CREATE TABLE posting_default PARTITION OF posting DEFAULT;

-- Applies new postings to balances and lots, all of a statement at once, and refuses what would
-- break the ledger. Nothing else changes a balance or what a lot has left.
CREATE FUNCTION apply_postings() RETURNS trigger
LANGUAGE plpgsql
-- the added rows are few and the tables large, whatever the planner met first
SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off
AS $$
DECLARE
  wrong uuid;
BEGIN
  SELECT entry_id INTO wrong FROM added GROUP BY entry_id HAVING sum(points) <> 0 LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'the postings of entry % do not sum to zero', wrong
      USING ERRCODE = 'check_violation';
  END IF;

  SELECT p.entry_id INTO wrong FROM added p
    LEFT JOIN entry e ON e.id = p.entry_id AND e.kind = p.kind
    LEFT JOIN account a ON a.id = p.account_id AND (a.kind = 'MEMBER') = (p.lot_id IS NOT NULL)
   WHERE e.id IS NULL OR a.id IS NULL LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'a posting of entry % has no entry, no account, or no lot', wrong
      USING ERRCODE = 'foreign_key_violation';
  END IF;

  SELECT p.entry_id INTO wrong FROM added p
    LEFT JOIN lot l ON l.id = p.lot_id AND l.account_id = p.account_id
                   AND (p.kind NOT IN ('EARNED', 'COMPENSATED')
                        OR (l.entry_id = p.entry_id AND l.original = p.points))
   WHERE p.lot_id IS NOT NULL AND l.id IS NULL LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'a posting of entry % does not fit its lot', wrong
      USING ERRCODE = 'foreign_key_violation';
  END IF;

  UPDATE account a
     SET balance = a.balance + d.points,
         spent = a.spent + d.spent,
         expired = a.expired + d.expired,
         version = a.version + 1
    FROM (SELECT account_id, sum(points) AS points,
                 coalesce(-sum(points) FILTER
                   (WHERE kind IN ('REDEEMED', 'REDEMPTION_REVERSED')), 0) AS spent,
                 coalesce(-sum(points) FILTER (WHERE kind = 'EXPIRED'), 0) AS expired
            FROM added WHERE lot_id IS NOT NULL GROUP BY account_id) d
   WHERE a.id = d.account_id;

  UPDATE lot l
     SET remaining = l.remaining + d.points,
         redeemed = l.redeemed + d.redeemed,
         expired = l.expired + d.expired,
         reversed = l.reversed + d.reversed
    FROM (SELECT lot_id, sum(points) AS points,
                 coalesce(-sum(points) FILTER
                   (WHERE kind IN ('REDEEMED', 'REDEMPTION_REVERSED')), 0) AS redeemed,
                 coalesce(-sum(points) FILTER (WHERE kind = 'EXPIRED'), 0) AS expired,
                 coalesce(-sum(points) FILTER (WHERE kind = 'RETURNED'), 0) AS reversed
            FROM added WHERE lot_id IS NOT NULL AND kind NOT IN ('EARNED', 'COMPENSATED')
           GROUP BY lot_id) d
   WHERE l.id = d.lot_id;
  RETURN NULL;
END $$;

CREATE TRIGGER posting_applied AFTER INSERT ON posting
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION apply_postings();

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER entry_kept BEFORE UPDATE OR DELETE ON entry
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER posting_kept BEFORE UPDATE OR DELETE ON posting
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER entry_not_truncated BEFORE TRUNCATE ON entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER posting_not_truncated BEFORE TRUNCATE ON posting
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE redemption (
  id            uuid PRIMARY KEY,
  membership_id uuid        NOT NULL REFERENCES membership,
  customer_id   uuid        NOT NULL,
  entry_id      uuid        NOT NULL,
  points        bigint      NOT NULL CHECK (points > 0),
  reversed      bigint      NOT NULL DEFAULT 0 CHECK (reversed BETWEEN 0 AND points),
  redeemed_at   timestamptz NOT NULL,
  version       bigint      NOT NULL DEFAULT 1
);
CREATE INDEX redemption_of_membership ON redemption (membership_id, id);

-- A promised compensation is answered once.
CREATE TABLE compensation (
  id            uuid PRIMARY KEY,
  case_id       uuid        NOT NULL,
  customer_id   uuid        NOT NULL,
  membership_id uuid,
  entry_id      uuid,
  points        bigint      NOT NULL CHECK (points > 0),
  at            timestamptz NOT NULL,
  CHECK ((membership_id IS NULL) = (entry_id IS NULL))
);

SELECT make_monthly_partitions(date_trunc('month', now())::date, 3);
