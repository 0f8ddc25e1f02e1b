-- Numbers that a program's cards may have: those that begin with the prefix. An issuer's ranges never
-- share a number, so a number says which kind of card it is.
CREATE TABLE card_range (
  id               uuid PRIMARY KEY,
  -- checked at the commit: a program is stored once its first range is known to be free
  program_id       uuid        NOT NULL REFERENCES program DEFERRABLE INITIALLY DEFERRED,
  name             text        NOT NULL,
  prefix           text        NOT NULL CHECK (prefix ~ '^[0-9]{6,10}$'),
  kind             text        NOT NULL CHECK (kind IN ('PHYSICAL', 'VIRTUAL')),
  -- whose co-branded cards they are; null: the company's own
  partner          text,
  -- in the program's currency
  price            numeric     NOT NULL CHECK (price >= 0),
  fee_share        numeric     NOT NULL CHECK (fee_share BETWEEN 0 AND 1),
  free_for_tiers   text[]      NOT NULL,
  free_for_reasons text[]      NOT NULL,
  -- null: its cards never expire
  valid_months     int         CHECK (valid_months > 0),
  created_at       timestamptz NOT NULL,
  -- every number that begins with the prefix
  numbers          int8range   NOT NULL
                   GENERATED ALWAYS AS (int8range(rpad(prefix, 16, '0')::bigint,
                                                  rpad(prefix, 16, '9')::bigint, '[]')) STORED,
  CONSTRAINT card_ranges_are_apart EXCLUDE USING gist (numbers WITH &&)
);
CREATE INDEX card_range_of_program ON card_range (program_id, id);

-- A program's own prefix is its first range: cards that cost nothing and need no plastic.
INSERT INTO card_range (id, program_id, name, prefix, kind, price, fee_share, free_for_tiers,
                        free_for_reasons, created_at)
SELECT uuidv7(created_at - clock_timestamp()), id, name, card_prefix, 'VIRTUAL', 0, 0.5, '{}', '{}', created_at
  FROM program;

-- A card keeps its number when it is replaced; issue counts its pieces, of which one is in use. State
-- and reason are of that piece.
ALTER TABLE card
  ADD COLUMN id           uuid,
  ADD COLUMN range_id     uuid REFERENCES card_range,
  ADD COLUMN issue        int         NOT NULL DEFAULT 1 CHECK (issue > 0),
  ADD COLUMN state        text        NOT NULL DEFAULT 'ACTIVE'
                          CHECK (state IN ('INACTIVE', 'ACTIVE', 'BLOCKED', 'EXPIRED')),
  ADD COLUMN block_reason text
                          CHECK (block_reason IN ('LOST', 'STOLEN', 'DAMAGED', 'FRAUD',
                                                  'CUSTOMER_REQUEST', 'OTHER')),
  ADD COLUMN activated_at timestamptz,
  -- null: never
  ADD COLUMN expires_at   timestamptz,
  -- counts what happened to the card
  ADD COLUMN version      bigint      NOT NULL DEFAULT 1;

UPDATE card c
   SET id = uuidv7(c.issued_at - clock_timestamp()), activated_at = c.issued_at, range_id = r.id
  FROM membership m, program p, card_range r
 WHERE m.id = c.membership_id AND p.id = m.program_id AND r.prefix = p.card_prefix;

ALTER TABLE card
  DROP CONSTRAINT card_pkey,
  ADD PRIMARY KEY (id),
  -- a membership is opened once there is a number for its card
  ALTER CONSTRAINT card_membership_id_fkey DEFERRABLE INITIALLY DEFERRED,
  ADD CONSTRAINT card_number_key UNIQUE (number),
  ALTER COLUMN range_id SET NOT NULL,
  ALTER COLUMN issue DROP DEFAULT,
  ALTER COLUMN state DROP DEFAULT,
  ALTER COLUMN version DROP DEFAULT,
  ADD CHECK (state <> 'BLOCKED' OR block_reason IS NOT NULL),
  ADD CHECK (block_reason IS NULL OR state IN ('BLOCKED', 'EXPIRED')),
  ADD CHECK (state <> 'ACTIVE' OR activated_at IS NOT NULL);
-- issued_at is the piece's
DROP INDEX card_of_membership;
CREATE INDEX card_of_membership ON card (membership_id, id);
CREATE INDEX card_to_expire ON card (expires_at) WHERE state <> 'EXPIRED';

-- What happened to a card, in order. It goes with the card.
CREATE TABLE card_act (
  card_id uuid        NOT NULL REFERENCES card ON DELETE CASCADE,
  -- the card's version after it
  number  bigint      NOT NULL,
  act     text        NOT NULL CHECK (act IN ('ISSUED', 'ACTIVATED', 'BLOCKED', 'UNBLOCKED',
                                              'REPLACED', 'EXPIRED')),
  -- the piece that it happened to; of a replacement the new one
  issue   int         NOT NULL,
  at      timestamptz NOT NULL,
  reason  text,
  note    text,
  -- of a replacement, in the program's currency
  fee     numeric     CHECK (fee >= 0),
  PRIMARY KEY (card_id, number),
  CHECK ((act IN ('BLOCKED', 'REPLACED')) = (reason IS NOT NULL)),
  CHECK ((act = 'REPLACED') = (fee IS NOT NULL))
);
-- a piece is replaced once
CREATE UNIQUE INDEX card_piece ON card_act (card_id, issue) WHERE act IN ('ISSUED', 'REPLACED');
INSERT INTO card_act (card_id, number, act, issue, at)
SELECT id, version, 'ISSUED', 1, issued_at FROM card;
