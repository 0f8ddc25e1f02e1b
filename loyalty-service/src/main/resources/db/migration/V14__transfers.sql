-- A member may give points to another one of the same program. The two accounts have an entry each.
ALTER TABLE entry DROP CONSTRAINT entry_kind_check;
ALTER TABLE entry ADD CONSTRAINT entry_kind_check
  CHECK (kind IN ('EARNED', 'RETURNED', 'RESERVED', 'RESERVATION_RELEASED', 'REDEEMED',
                  'REDEMPTION_REVERSED', 'COMPENSATED', 'GRANTED', 'EXPIRED', 'UNITED', 'DIVIDED',
                  'TRANSFERRED'));
ALTER TABLE entry ADD COLUMN transfer_id uuid;

-- As before (migration V7), and: the transfer, where it is one.
CREATE OR REPLACE FUNCTION entry_statement(e entry) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT e.number || '|' || e.id || '|' || e.kind || '|' || e.membership_id || '|' || e.customer_id
         || '|' || microseconds(e.at) || '|' || coalesce(e.transaction_id::text, '')
         || '|' || coalesce(e.redemption_id::text, '') || '|' || coalesce(e.compensation_id::text, '')
         || '|' || coalesce(e.merge_id::text, '') || '|' || coalesce(e.rule_version::text, '')
         || '|' || e.shortfall || '|' || coalesce(e.note, '')
         || coalesce('|' || e.transfer_id, '')
         || coalesce(
              (SELECT string_agg(
                        E'\n' || p.account_id || '|' || coalesce(p.lot_id::text, '') || '|' || p.points
                        || coalesce('|' || coalesce(l.transaction_id::text, '') || '|' || l.original
                                    || '|' || microseconds(l.earned_at)
                                    || '|' || microseconds(l.expires_at)
                                    || CASE WHEN l.active_at IS NULL THEN ''
                                            ELSE '|' || microseconds(l.active_at) END, ''),
                        '' ORDER BY p.number)
                 FROM posting p LEFT JOIN lot l ON l.id = p.lot_id AND l.entry_id = p.entry_id
                WHERE p.entry_id = e.id), '')
$$;

-- As before (migration V13), and: what was given to another member has moved.
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
                        OR l.entry_id <> p.entry_id AND p.kind NOT IN ('EARNED', 'COMPENSATED', 'GRANTED'))
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
                 coalesce(-sum(p.points) FILTER
                   (WHERE p.kind IN ('UNITED', 'DIVIDED', 'TRANSFERRED')), 0) AS moved
            FROM added p JOIN lot made ON made.id = p.lot_id AND made.entry_id <> p.entry_id
           GROUP BY p.lot_id) d
   WHERE l.id = d.lot_id;
  RETURN NULL;
END $$;

CREATE TABLE transfer (
  id              uuid PRIMARY KEY,
  program_id      uuid        NOT NULL REFERENCES program,
  -- as they were named: others may hold their points
  from_membership uuid        NOT NULL REFERENCES membership,
  to_membership   uuid        NOT NULL REFERENCES membership CHECK (to_membership <> from_membership),
  points          bigint      NOT NULL CHECK (points > 0),
  given_entry     uuid        NOT NULL,
  received_entry  uuid        NOT NULL,
  at              timestamptz NOT NULL
);
CREATE INDEX transfer_from ON transfer (from_membership, at);
CREATE INDEX transfer_to ON transfer (to_membership, at);
CREATE TRIGGER transfer_kept BEFORE UPDATE OR DELETE ON transfer
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What transfers of a program have to keep to; without a row: there are none.
CREATE TABLE transfer_policy (
  program_id        uuid PRIMARY KEY REFERENCES program,
  allowed           boolean NOT NULL,
  least_points      bigint  CHECK (least_points > 0),
  given_points      bigint  CHECK (given_points > 0),
  given_period      text    CHECK (given_period IN ('DAY', 'WEEK', 'MONTH', 'YEAR', 'EVER')),
  received_points   bigint  CHECK (received_points > 0),
  received_period   text    CHECK (received_period IN ('DAY', 'WEEK', 'MONTH', 'YEAR', 'EVER')),
  recipients        int     CHECK (recipients > 0),
  recipients_period text    CHECK (recipients_period IN ('DAY', 'WEEK', 'MONTH', 'YEAR', 'EVER')),
  pin_above         bigint  CHECK (pin_above >= 0),
  version           bigint  NOT NULL,
  CHECK ((given_points IS NULL) = (given_period IS NULL)),
  CHECK ((received_points IS NULL) = (received_period IS NULL)),
  CHECK ((recipients IS NULL) = (recipients_period IS NULL))
);
