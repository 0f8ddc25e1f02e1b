-- Points may be reserved for a while before they are spent: they are on the program's account of
-- reservations then, and each lot knows how many of its points are.
ALTER TABLE account DROP CONSTRAINT account_kind_check;
ALTER TABLE account ADD CONSTRAINT account_kind_check
  CHECK (kind IN ('MEMBER', 'ISSUE', 'RESERVATION', 'REDEMPTION', 'BREAKAGE', 'COMPENSATION', 'TRANSFER'));
ALTER TABLE account ADD COLUMN reserved bigint NOT NULL DEFAULT 0 CHECK (reserved >= 0);
-- a UUID of version 3 of "<program>/RESERVATION", as for a program's other accounts
INSERT INTO account (id, kind, program_id)
SELECT encode(set_byte(set_byte(hash, 6, get_byte(hash, 6) & 15 | 48),
                       8, get_byte(hash, 8) & 63 | 128), 'hex')::uuid,
       'RESERVATION', program
  FROM (SELECT id AS program, decode(md5(id || '/RESERVATION'), 'hex') AS hash FROM program) programs;

ALTER TABLE lot
  ADD COLUMN reserved bigint NOT NULL DEFAULT 0 CHECK (reserved >= 0),
  DROP CONSTRAINT lot_check,
  ADD CONSTRAINT lot_is_accounted_for
    CHECK (original = remaining + reserved + redeemed + expired + reversed + moved);

ALTER TABLE entry DROP CONSTRAINT entry_kind_check;
ALTER TABLE entry ADD CONSTRAINT entry_kind_check
  CHECK (kind IN ('EARNED', 'RETURNED', 'RESERVED', 'RESERVATION_RELEASED', 'REDEEMED',
                  'REDEMPTION_REVERSED', 'COMPENSATED', 'EXPIRED', 'UNITED', 'DIVIDED'));

-- As before (migration V5), and: what is reserved, of accounts and of lots.
CREATE OR REPLACE FUNCTION apply_postings() RETURNS trigger
LANGUAGE plpgsql
-- the added rows are few and the tables large, whatever the planner met first
SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off
AS $$
DECLARE
  wrong    uuid;
  accounts bigint;
  changed  bigint;
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
                   AND (l.entry_id = p.entry_id AND l.original = p.points
                        OR l.entry_id <> p.entry_id AND p.kind NOT IN ('EARNED', 'COMPENSATED'))
   WHERE p.lot_id IS NOT NULL AND l.id IS NULL LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'a posting of entry % does not fit its lot', wrong
      USING ERRCODE = 'foreign_key_violation';
  END IF;

  SELECT count(DISTINCT account_id) INTO accounts FROM added WHERE lot_id IS NOT NULL;
  UPDATE account a
     SET balance = a.balance + d.points,
         reserved = a.reserved + d.reserved,
         spent = a.spent + d.spent,
         expired = a.expired + d.expired,
         entries = d.last,
         head = d.head,
         version = a.version + 1
    FROM (SELECT p.account_id, sum(p.points) AS points,
                 coalesce(-sum(p.points) FILTER
                   (WHERE p.kind IN ('RESERVED', 'RESERVATION_RELEASED')), 0) AS reserved,
                 coalesce(-sum(p.points) FILTER
                   (WHERE p.kind IN ('REDEEMED', 'REDEMPTION_REVERSED')), 0) AS spent,
                 coalesce(-sum(p.points) FILTER (WHERE p.kind = 'EXPIRED'), 0) AS expired,
                 min(e.number) AS first, max(e.number) AS last,
                 (array_agg(e.hash ORDER BY e.number DESC))[1] AS head
            FROM added p JOIN entry e ON e.id = p.entry_id
           WHERE p.lot_id IS NOT NULL GROUP BY p.account_id) d
   WHERE a.id = d.account_id AND d.first > a.entries;
  GET DIAGNOSTICS changed = ROW_COUNT;
  IF changed < accounts THEN
    RAISE EXCEPTION 'an entry has the number of one that is there' USING ERRCODE = 'unique_violation';
  END IF;

  UPDATE lot l
     SET remaining = l.remaining + d.points,
         reserved = l.reserved + d.reserved,
         redeemed = l.redeemed + d.redeemed,
         expired = l.expired + d.expired,
         reversed = l.reversed + d.reversed,
         moved = l.moved + d.moved
    FROM (SELECT p.lot_id, sum(p.points) AS points,
                 coalesce(-sum(p.points) FILTER
                   (WHERE p.kind IN ('RESERVED', 'RESERVATION_RELEASED')), 0) AS reserved,
                 coalesce(-sum(p.points) FILTER
                   (WHERE p.kind IN ('REDEEMED', 'REDEMPTION_REVERSED')), 0) AS redeemed,
                 coalesce(-sum(p.points) FILTER (WHERE p.kind = 'EXPIRED'), 0) AS expired,
                 coalesce(-sum(p.points) FILTER (WHERE p.kind = 'RETURNED'), 0) AS reversed,
                 coalesce(-sum(p.points) FILTER (WHERE p.kind IN ('UNITED', 'DIVIDED')), 0) AS moved
            FROM added p JOIN lot made ON made.id = p.lot_id AND made.entry_id <> p.entry_id
           GROUP BY p.lot_id) d
   WHERE l.id = d.lot_id;
  RETURN NULL;
END $$;

-- What members may have for points.
CREATE TABLE reward (
  id           uuid PRIMARY KEY,
  program_id   uuid        NOT NULL REFERENCES program,
  name         text        NOT NULL,
  description  text,
  -- of one piece
  points       bigint      NOT NULL CHECK (points > 0),
  -- what a piece costs in the program's currency without points, and how many points it takes at
  -- least; null: points only
  money        numeric     CHECK (money > 0),
  least_points bigint      CHECK (least_points BETWEEN 1 AND points),
  -- null: as many as anybody wants
  stock        bigint      CHECK (stock >= 0),
  taken        bigint      NOT NULL DEFAULT 0 CHECK (taken >= 0),
  -- pieces a member may have in a period of the calendar
  limit_pieces int         CHECK (limit_pieces > 0),
  limit_period text        CHECK (limit_period IN ('DAY', 'WEEK', 'MONTH', 'YEAR', 'EVER')),
  valid_from   timestamptz NOT NULL,
  valid_until  timestamptz CHECK (valid_until > valid_from),
  ended_at     timestamptz,
  created_at   timestamptz NOT NULL,
  version      bigint      NOT NULL DEFAULT 1,
  CONSTRAINT reward_never_oversold CHECK (taken <= stock),
  CHECK ((money IS NULL) = (least_points IS NULL)),
  CHECK ((limit_pieces IS NULL) = (limit_period IS NULL))
);
CREATE INDEX reward_of_program ON reward (program_id, id);

ALTER TABLE redemption
  ADD COLUMN state          text NOT NULL DEFAULT 'REDEEMED'
                            CHECK (state IN ('RESERVED', 'REDEEMED', 'CANCELLED', 'TIMED_OUT')),
  ADD COLUMN begun_at       timestamptz,
  ADD COLUMN reserved_until timestamptz,
  -- where another person than this one has to confirm it
  ADD COLUMN begun_by       text,
  ADD COLUMN reward_id      uuid REFERENCES reward,
  ADD COLUMN pieces         int CHECK (pieces > 0),
  -- of the reward's price, what was not paid with points
  ADD COLUMN money          numeric CHECK (money > 0),
  ADD COLUMN currency       text,
  ALTER COLUMN redeemed_at DROP NOT NULL,
  ADD CHECK ((state = 'REDEEMED') = (redeemed_at IS NOT NULL)),
  ADD CHECK (state = 'REDEEMED' OR reserved_until IS NOT NULL),
  ADD CHECK (state = 'REDEEMED' OR reversed = 0),
  ADD CHECK ((reward_id IS NULL) = (pieces IS NULL)),
  ADD CHECK ((money IS NULL) = (currency IS NULL));
UPDATE redemption SET begun_at = redeemed_at;
ALTER TABLE redemption
  ALTER COLUMN state DROP DEFAULT,
  ALTER COLUMN begun_at SET NOT NULL;
CREATE INDEX redemption_begun ON redemption (membership_id, begun_at);
CREATE INDEX redemption_overdue ON redemption (reserved_until) WHERE state = 'RESERVED';

-- What redemptions of a program have to keep to; without a row: nothing.
CREATE TABLE redemption_policy (
  program_id         uuid PRIMARY KEY REFERENCES program,
  limit_points       bigint CHECK (limit_points > 0),
  limit_period       text   CHECK (limit_period IN ('DAY', 'WEEK', 'MONTH', 'YEAR', 'EVER')),
  pin_above          bigint CHECK (pin_above >= 0),
  confirmation_above bigint CHECK (confirmation_above >= 0),
  version            bigint NOT NULL,
  CHECK ((limit_points IS NULL) = (limit_period IS NULL))
);

-- A member's PIN as an HMAC by a key that is not in here.
CREATE TABLE membership_pin (
  membership_id uuid PRIMARY KEY REFERENCES membership,
  key_name      text        NOT NULL,
  mac           bytea       NOT NULL CHECK (length(mac) = 32),
  set_at        timestamptz NOT NULL,
  -- in a row
  wrong_tries   int         NOT NULL DEFAULT 0 CHECK (wrong_tries >= 0),
  locked_until  timestamptz
);
