-- Points may be granted by an offer: a kind of entry, and an account of the program's that they come
-- from.
ALTER TABLE account DROP CONSTRAINT account_kind_check;
ALTER TABLE account ADD CONSTRAINT account_kind_check
  CHECK (kind IN ('MEMBER', 'ISSUE', 'RESERVATION', 'REDEMPTION', 'BREAKAGE', 'COMPENSATION',
                  'PROMOTION', 'TRANSFER'));
-- a UUID of version 3 of "<program>/PROMOTION", as for a program's other accounts
INSERT INTO account (id, kind, program_id)
SELECT encode(set_byte(set_byte(hash, 6, get_byte(hash, 6) & 15 | 48),
                       8, get_byte(hash, 8) & 63 | 128), 'hex')::uuid,
       'PROMOTION', program
  FROM (SELECT id AS program, decode(md5(id || '/PROMOTION'), 'hex') AS hash FROM program) programs;

ALTER TABLE entry DROP CONSTRAINT entry_kind_check;
ALTER TABLE entry ADD CONSTRAINT entry_kind_check
  CHECK (kind IN ('EARNED', 'RETURNED', 'RESERVED', 'RESERVATION_RELEASED', 'REDEEMED',
                  'REDEMPTION_REVERSED', 'COMPENSATED', 'GRANTED', 'EXPIRED', 'UNITED', 'DIVIDED'));

-- As before (migration V11), and: what is granted always is a lot of its own.
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
                 coalesce(-sum(p.points) FILTER (WHERE p.kind IN ('UNITED', 'DIVIDED')), 0) AS moved
            FROM added p JOIN lot made ON made.id = p.lot_id AND made.entry_id <> p.entry_id
           GROUP BY p.lot_id) d
   WHERE l.id = d.lot_id;
  RETURN NULL;
END $$;

-- Our view of what customers said of being contacted, by the record for which they said it, and of
-- what keeps them from being contacted whatever they said.
CREATE TABLE consent_act (
  id           uuid PRIMARY KEY,
  customer_id  uuid        NOT NULL,
  kind         text        NOT NULL
               CHECK (kind IN ('GRANTED', 'WITHDRAWN', 'OBJECTED', 'OBJECTION_LIFTED')),
  -- null: every one
  purpose      text,
  channels     text[],
  effective_at timestamptz NOT NULL,
  expires_at   timestamptz
);
CREATE INDEX consent_act_of_customer ON consent_act (customer_id);

CREATE TABLE contact_hindrance (
  -- of the request that restricts, or the customer that died
  id          uuid PRIMARY KEY,
  customer_id uuid        NOT NULL,
  kind        text        NOT NULL CHECK (kind IN ('RESTRICTION', 'DEATH')),
  lifted_at   timestamptz
);
CREATE INDEX contact_hindrance_of_customer ON contact_hindrance (customer_id);

-- Our view of what analytics knows of customers, by the record that it speaks of.
CREATE TABLE customer_stage (
  customer_id uuid PRIMARY KEY,
  stage       text        NOT NULL,
  as_of       timestamptz NOT NULL
);
CREATE TABLE customer_segment (
  customer_id uuid        NOT NULL,
  segment     text        NOT NULL,
  inside      boolean     NOT NULL,
  since       timestamptz NOT NULL,
  PRIMARY KEY (customer_id, segment)
);

-- What is promised to whom; its terms are never changed.
CREATE TABLE proposition (
  id          uuid PRIMARY KEY,
  program_id  uuid        NOT NULL REFERENCES program,
  state       text        NOT NULL CHECK (state IN ('DRAFT', 'ACTIVE', 'PAUSED', 'ENDED')),
  valid_from  timestamptz NOT NULL,
  valid_until timestamptz NOT NULL,
  -- the kinds of occurrences that it waits for
  triggers    text[]      NOT NULL,
  terms       jsonb       NOT NULL,
  created_at  timestamptz NOT NULL,
  version     bigint      NOT NULL DEFAULT 1,
  CHECK (valid_from < valid_until)
);
CREATE INDEX proposition_of_program ON proposition (program_id, id);
CREATE INDEX proposition_active ON proposition (program_id) WHERE state = 'ACTIVE';

-- What a proposition may spend, and what its offers have taken of that: contacts, and the benefits
-- of those that are open or accepted.
CREATE TABLE proposition_budget (
  proposition_id uuid PRIMARY KEY REFERENCES proposition,
  most_offers    bigint  NOT NULL CHECK (most_offers > 0),
  most_cost      numeric CHECK (most_cost > 0),
  offers         bigint  NOT NULL DEFAULT 0 CHECK (offers >= 0),
  committed      numeric NOT NULL DEFAULT 0 CHECK (committed >= 0),
  CONSTRAINT proposition_never_overspent CHECK (offers <= most_offers AND committed <= most_cost)
) WITH (fillfactor = 20);

-- A membership gets a proposition once; merges change nothing here.
CREATE TABLE offer (
  id             uuid PRIMARY KEY,
  proposition_id uuid        NOT NULL REFERENCES proposition,
  membership_id  uuid        NOT NULL REFERENCES membership,
  state          text        NOT NULL CHECK (state IN ('EXTENDED', 'SEEN', 'ACCEPTED', 'DECLINED',
                                                       'EXPIRED', 'WITHDRAWN')),
  occurrence     text        NOT NULL,
  extended_at    timestamptz NOT NULL,
  expires_at     timestamptz NOT NULL,
  seen_at        timestamptz,
  ended_at       timestamptz,
  entry_id       uuid        UNIQUE,
  voucher_id     uuid        UNIQUE REFERENCES voucher,
  version        bigint      NOT NULL DEFAULT 1,
  UNIQUE (proposition_id, membership_id),
  CHECK (extended_at < expires_at),
  CHECK ((state IN ('EXTENDED', 'SEEN')) = (ended_at IS NULL)),
  CHECK (state = 'ACCEPTED' OR num_nonnulls(entry_id, voucher_id) = 0)
) WITH (fillfactor = 80);
CREATE INDEX offer_of_membership ON offer (membership_id, id);
CREATE INDEX offer_to_expire ON offer (expires_at) WHERE state IN ('EXTENDED', 'SEEN');

-- Why a membership got no offer when it was looked at last; who was drawn into a control group stays.
CREATE TABLE offer_withheld (
  proposition_id uuid        NOT NULL REFERENCES proposition,
  membership_id  uuid        NOT NULL REFERENCES membership,
  reason         text        NOT NULL
                 CHECK (reason IN ('NOT_IN_AUDIENCE', 'NOT_CONTACTABLE', 'CONTACT_BUDGET',
                                   'BUDGET_EXHAUSTED', 'CONTROL_GROUP')),
  at             timestamptz NOT NULL,
  PRIMARY KEY (proposition_id, membership_id)
);
CREATE INDEX offer_withheld_of_membership ON offer_withheld (membership_id);

-- A proposition that is offered to all members, in pieces.
CREATE TABLE offer_run (
  id             uuid PRIMARY KEY,
  proposition_id uuid   NOT NULL REFERENCES proposition,
  last_id        uuid,
  members        bigint NOT NULL DEFAULT 0,
  extended       bigint NOT NULL DEFAULT 0
);

-- What was kept of purchases: what came back of a line takes its share of the money.
CREATE VIEW kept_purchase AS
SELECT t.id, t.customer_id, t.currency, t.occurred_at,
       CASE WHEN back.quantity IS NOT NULL
             AND back.quantity = (SELECT sum((line->>'quantity')::bigint)
                                    FROM jsonb_array_elements(t.lines->'bought') AS line)
            THEN 0
            ELSE t.total - coalesce(back.amount, 0) END AS kept
  FROM transaction t
  LEFT JOIN LATERAL (
    SELECT sum((l.line->>'amount')::numeric
               * least(r.quantity, (l.line->>'quantity')::bigint)
               / (l.line->>'quantity')::bigint) AS amount,
           sum(least(r.quantity, (l.line->>'quantity')::bigint)) AS quantity
      FROM (SELECT purchase_line, sum(quantity) AS quantity FROM returned_line
             WHERE purchase_id = t.id GROUP BY purchase_line) r
      JOIN LATERAL jsonb_array_elements(t.lines->'bought') AS l(line)
        ON (l.line->>'number')::int = r.purchase_line) back ON true
 WHERE t.type = 'PURCHASE';
