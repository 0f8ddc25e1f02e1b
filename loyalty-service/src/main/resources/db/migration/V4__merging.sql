-- Two records of one customer may be merged, and split again. customer_id is whose a row is now,
-- came_for the record under whose id it came; null: the same. Where only came_for is of interest
-- (entry, posting, lot, redemption, compensation) customer_id is that and never changes.
ALTER TABLE transaction ADD COLUMN came_for uuid;

ALTER TABLE membership
  ADD COLUMN came_for uuid,
  -- another membership of the same customer and program, whose account holds the points of both
  ADD COLUMN united_into uuid REFERENCES membership CHECK (united_into <> id),
  DROP CONSTRAINT membership_customer_id_program_id_key;
CREATE INDEX membership_of_customer ON membership (customer_id, program_id);
CREATE UNIQUE INDEX membership_not_united ON membership (customer_id, program_id)
  WHERE united_into IS NULL;

-- What a merge did to a membership; what became of its points is told by the lots.
CREATE TABLE merge_membership (
  merge_id            uuid   NOT NULL,
  merged_membership   uuid   NOT NULL REFERENCES membership,
  program_id          uuid   NOT NULL REFERENCES program,
  outcome             text   NOT NULL CHECK (outcome IN ('MOVED', 'UNITED')),
  survivor_membership uuid   REFERENCES membership,
  -- the survivor's entry by which the points came: what was spent since has later ids
  entry_id            uuid,
  points              bigint NOT NULL CHECK (points >= 0),
  PRIMARY KEY (merge_id, merged_membership),
  CHECK ((outcome = 'UNITED') = (num_nonnulls(survivor_membership, entry_id) = 2))
);

-- Through which points go from one membership to another: it holds none afterwards.
ALTER TABLE account DROP CONSTRAINT account_kind_check;
ALTER TABLE account ADD CONSTRAINT account_kind_check
  CHECK (kind IN ('MEMBER', 'ISSUE', 'REDEMPTION', 'BREAKAGE', 'COMPENSATION', 'TRANSFER'));
-- a UUID of version 3 of "<program>/TRANSFER", as for a program's other accounts
INSERT INTO account (id, kind, program_id)
SELECT encode(set_byte(set_byte(hash, 6, get_byte(hash, 6) & 15 | 48),
                       8, get_byte(hash, 8) & 63 | 128), 'hex')::uuid,
       'TRANSFER', program
  FROM (SELECT id AS program, decode(md5(id || '/TRANSFER'), 'hex') AS hash FROM program) programs;

ALTER TABLE lot
  -- null: customer_id, the record that the membership came for
  ADD COLUMN came_for uuid,
  -- of the other account, from which the points came
  ADD COLUMN from_lot uuid;
CREATE INDEX lot_from_lot ON lot (from_lot) WHERE from_lot IS NOT NULL;

ALTER TABLE entry DROP CONSTRAINT entry_kind_check;
ALTER TABLE entry ADD CONSTRAINT entry_kind_check
  CHECK (kind IN ('EARNED', 'RETURNED', 'REDEEMED', 'REDEMPTION_REVERSED', 'COMPENSATED', 'EXPIRED',
                  'UNITED', 'DIVIDED'));
ALTER TABLE entry ADD COLUMN merge_id uuid;

-- As before (migration V3), and: points that go to another account have moved; a lot is made by the
-- first posting on it, which is of the lot's own entry.
CREATE OR REPLACE FUNCTION apply_postings() RETURNS trigger
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
                   AND (l.entry_id = p.entry_id AND l.original = p.points
                        OR l.entry_id <> p.entry_id AND p.kind NOT IN ('EARNED', 'COMPENSATED'))
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
