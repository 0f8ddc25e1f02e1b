-- Each account's entries form a chain: an entry's hash is taken of the hash before it and of all that
-- the entry says (docs/adr/0021). Who changes, adds or takes away an entry has to change all later ones.
ALTER TABLE entry
  -- among the entries of its membership, from 1
  ADD COLUMN number bigint CHECK (number > 0),
  ADD COLUMN hash   bytea  CHECK (length(hash) = 32);

ALTER TABLE account
  -- of a member's account: how many entries it has, and the hash of the last; null before the first
  ADD COLUMN entries bigint NOT NULL DEFAULT 0 CHECK (entries >= 0),
  ADD COLUMN head    bytea  CHECK (length(head) = 32);

CREATE FUNCTION microseconds(at timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN isfinite(at) THEN (extract(epoch FROM at) * 1000000)::bigint::text ELSE '' END
$$;

-- What an entry says, in one text: itself, and a line for each posting, with the terms of the lots
-- that it made. EntryStatement writes the same.
CREATE FUNCTION entry_statement(e entry) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT e.number || '|' || e.id || '|' || e.kind || '|' || e.membership_id || '|' || e.customer_id
         || '|' || microseconds(e.at) || '|' || coalesce(e.transaction_id::text, '')
         || '|' || coalesce(e.redemption_id::text, '') || '|' || coalesce(e.compensation_id::text, '')
         || '|' || coalesce(e.merge_id::text, '') || '|' || coalesce(e.rule_version::text, '')
         || '|' || e.shortfall || '|' || coalesce(e.note, '')
         || coalesce(
              (SELECT string_agg(
                        E'\n' || p.account_id || '|' || coalesce(p.lot_id::text, '') || '|' || p.points
                        || coalesce('|' || coalesce(l.transaction_id::text, '') || '|' || l.original
                                    || '|' || microseconds(l.earned_at)
                                    || '|' || microseconds(l.expires_at), ''),
                        '' ORDER BY p.number)
                 FROM posting p LEFT JOIN lot l ON l.id = p.lot_id AND l.entry_id = p.entry_id
                WHERE p.entry_id = e.id), '')
$$;

CREATE FUNCTION entry_hash(previous bytea, statement text) RETURNS bytea
LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256(coalesce(previous, decode(repeat('00', 32), 'hex')) || convert_to(statement, 'UTF8'))
$$;

-- Those of before, in the order of their ids.
ALTER TABLE entry DISABLE TRIGGER entry_kept;
DO $$
DECLARE
  one  entry;
  said entry;
  last bytea;
  n    bigint;
BEGIN
  FOR one IN SELECT * FROM entry ORDER BY membership_id, id LOOP
    IF said.membership_id IS DISTINCT FROM one.membership_id THEN
      last := NULL;
      n := 0;
    END IF;
    n := n + 1;
    said := one;
    said.number := n;
    last := entry_hash(last, entry_statement(said));
    UPDATE entry SET number = n, hash = last WHERE id = one.id;
    UPDATE account SET entries = n, head = last
     WHERE id = (SELECT account_id FROM membership WHERE id = one.membership_id);
  END LOOP;
END $$;
ALTER TABLE entry ENABLE TRIGGER entry_kept;
ALTER TABLE entry ALTER COLUMN number SET NOT NULL, ALTER COLUMN hash SET NOT NULL;

-- As before (migration V4), and: the account's chain goes on, from where it is.
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
         spent = a.spent + d.spent,
         expired = a.expired + d.expired,
         entries = d.last,
         head = d.head,
         version = a.version + 1
    FROM (SELECT p.account_id, sum(p.points) AS points,
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
         redeemed = l.redeemed + d.redeemed,
         expired = l.expired + d.expired,
         reversed = l.reversed + d.reversed,
         moved = l.moved + d.moved
    FROM (SELECT p.lot_id, sum(p.points) AS points,
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
