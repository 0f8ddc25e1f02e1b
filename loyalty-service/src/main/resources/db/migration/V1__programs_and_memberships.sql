-- Card numbers begin with six digits of their own per program, unless the operator gives others.
CREATE SEQUENCE card_prefix MINVALUE 700000 MAXVALUE 799999;

CREATE TABLE program (
  id              uuid PRIMARY KEY,
  name            text        NOT NULL,
  currency        text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  zone            text        NOT NULL,
  validity_months int         CHECK (validity_months > 0),
  validity_days   int         CHECK (validity_days > 0),
  rounding        text        NOT NULL,
  earns_from      text        NOT NULL CHECK (earns_from IN ('ALWAYS', 'ENROLMENT')),
  card_prefix     text        NOT NULL UNIQUE CHECK (card_prefix ~ '^[0-9]{6}$'),
  created_at      timestamptz NOT NULL,
  version         bigint      NOT NULL DEFAULT 1,
  CHECK (num_nonnulls(validity_months, validity_days) <= 1)
);

-- A rule is never changed; a new version takes its place.
CREATE TABLE earning_rule (
  program_id  uuid        NOT NULL REFERENCES program,
  version     int         NOT NULL CHECK (version > 0),
  per         text        NOT NULL CHECK (per IN ('TRANSACTION', 'LINE')),
  expression  text        NOT NULL,
  active_from timestamptz NOT NULL,
  PRIMARY KEY (program_id, version)
);

-- Our view of customer-service's customers. One that we only heard of, in a transaction, has no
-- registered_at yet. Whoever stores a customer's transactions holds the row FOR KEY SHARE, whoever
-- enrols the customer FOR UPDATE: no transaction slips between the two.
CREATE TABLE customer (
  id            uuid PRIMARY KEY,
  registered_at timestamptz
);

CREATE TABLE account (
  id          uuid PRIMARY KEY,
  kind        text   NOT NULL
              CHECK (kind IN ('MEMBER', 'ISSUE', 'REDEMPTION', 'BREAKAGE', 'COMPENSATION')),
  program_id  uuid   NOT NULL REFERENCES program,
  customer_id uuid,
  -- of a member's account only; a program's own accounts would be one hot row for all its members,
  -- so theirs is the sum of their postings
  balance     bigint CHECK (balance >= 0),
  spent       bigint CHECK (spent >= 0),
  expired     bigint CHECK (expired >= 0),
  version     bigint NOT NULL DEFAULT 0,
  CHECK ((kind = 'MEMBER') = (num_nonnulls(customer_id, balance, spent, expired) = 4)),
  CHECK ((kind <> 'MEMBER') = (num_nonnulls(customer_id, balance, spent, expired) = 0))
) WITH (fillfactor = 70);
CREATE UNIQUE INDEX account_of_program ON account (program_id, kind) WHERE kind <> 'MEMBER';

CREATE TABLE membership (
  id          uuid PRIMARY KEY,
  customer_id uuid        NOT NULL,
  program_id  uuid        NOT NULL REFERENCES program,
  account_id  uuid        NOT NULL UNIQUE REFERENCES account,
  opened_at   timestamptz NOT NULL,
  UNIQUE (customer_id, program_id)
);

CREATE TABLE card (
  number        text PRIMARY KEY CHECK (number ~ '^[0-9]{16}$'),
  membership_id uuid        NOT NULL REFERENCES membership,
  issued_at     timestamptz NOT NULL
);
CREATE INDEX card_of_membership ON card (membership_id);
