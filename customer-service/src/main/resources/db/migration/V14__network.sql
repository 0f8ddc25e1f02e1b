CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- A person or organisation in the network, customer or not. What each partner registers is its own,
-- as if the others' were not there; partner is null for what the company's own staff registered.
CREATE TABLE party (
  id            uuid PRIMARY KEY,
  kind          text        NOT NULL CHECK (kind IN ('PERSON', 'ORGANISATION')),
  full_name     text        NOT NULL CHECK (full_name <> ''),
  given_name    text,
  family_name   text,
  -- the customer that it is, by the id that was named: it may be merged into another since
  customer_id   uuid REFERENCES customer,
  -- how tokens name it (claim partner); null for all but partners
  partner_name  text UNIQUE,
  version       int         NOT NULL CHECK (version >= 1),
  partner       text,
  registered_by text        NOT NULL,
  registered_at timestamptz NOT NULL,
  changed_at    timestamptz NOT NULL,
  CHECK (kind = 'PERSON' OR (given_name IS NULL AND family_name IS NULL))
);
CREATE UNIQUE INDEX party_of_customer ON party (customer_id, partner) NULLS NOT DISTINCT
  WHERE customer_id IS NOT NULL;
CREATE INDEX party_of_partner ON party (partner, id) WHERE partner IS NOT NULL;
CREATE INDEX party_name ON party USING gin (lower(full_name) gin_trgm_ops);

CREATE TABLE party_contact (
  party_id      uuid     NOT NULL REFERENCES party ON DELETE CASCADE,
  position      smallint NOT NULL,
  type          text     NOT NULL CHECK (type IN ('EMAIL', 'PHONE', 'POSTAL')),
  value         text     NOT NULL CHECK (value <> ''),
  address_lines text[],
  locality      text,
  region        text,
  postal_code   text,
  country       text,
  PRIMARY KEY (party_id, position),
  CHECK ((type = 'POSTAL') = (country IS NOT NULL))
);

-- Among what one partner (or the staff) registered, a value belongs to one party.
CREATE TABLE party_identifier (
  party_id uuid     NOT NULL REFERENCES party ON DELETE CASCADE,
  position smallint NOT NULL,
  source   text     NOT NULL CHECK (source <> ''),
  value    text     NOT NULL CHECK (value <> ''),
  partner  text,
  PRIMARY KEY (party_id, position),
  UNIQUE NULLS NOT DISTINCT (source, value, partner)
);

-- What a party is to the company, and when. valid_until is the first day on which it no longer is;
-- null for no end, or no known beginning. A role is ended, never deleted.
CREATE TABLE party_role (
  party_id    uuid NOT NULL REFERENCES party ON DELETE CASCADE,
  role        text NOT NULL,
  valid_from  date,
  valid_until date,
  CHECK (valid_from <= valid_until),
  EXCLUDE USING gist (hashtextextended(party_id::text, 0) WITH =, party_id WITH =, role WITH =,
                      daterange(valid_from, valid_until) WITH &&)
);
CREATE INDEX party_role_held ON party_role (role, party_id);

-- The programs by which a partner calls our API, as they should be known to the identity provider.
CREATE TABLE partner_client (
  client_id text PRIMARY KEY,
  party_id  uuid    NOT NULL REFERENCES party ON DELETE CASCADE,
  scopes    text[]  NOT NULL,
  enabled   boolean NOT NULL
);
CREATE INDEX partner_client_of_party ON partner_client (party_id);

-- What one node of the network is to another: to_node is from_node's <type>. Each end keeps the id
-- that was named, of a record that may be merged into another since; who that is now is asked for
-- when it is read. Of types without a direction the lower id stands first.
CREATE TABLE relationship (
  id              uuid PRIMARY KEY,
  type            text        NOT NULL,
  from_customer   uuid REFERENCES customer,
  from_party      uuid REFERENCES party,
  to_customer     uuid REFERENCES customer,
  to_party        uuid REFERENCES party,
  from_node       uuid        NOT NULL GENERATED ALWAYS AS (coalesce(from_customer, from_party)) STORED,
  to_node         uuid        NOT NULL GENERATED ALWAYS AS (coalesce(to_customer, to_party)) STORED,
  valid_from      date,
  valid_until     date,
  -- as they were stated when it was established
  stated_until    date,
  stated_strength numeric(3, 2) CHECK (stated_strength BETWEEN 0 AND 1),
  -- by the latest confirmation
  strength        numeric(3, 2) CHECK (strength BETWEEN 0 AND 1),
  confirmed_on    date        NOT NULL,
  form            text        NOT NULL,
  received_at     timestamptz NOT NULL,
  confidence      numeric(3, 2) CHECK (confidence BETWEEN 0 AND 1),
  partner         text,
  recorded_by     text        NOT NULL,
  recorded_at     timestamptz NOT NULL,
  ended_by        text,
  ended_at        timestamptz,
  end_reason      text,
  CHECK (num_nonnulls(from_customer, from_party) = 1 AND num_nonnulls(to_customer, to_party) = 1),
  CHECK (from_node <> to_node),
  CHECK (type NOT IN ('HOUSEHOLD', 'SPOUSE') OR from_node < to_node),
  CHECK (valid_from <= valid_until),
  CHECK (ended_at IS NULL OR valid_until IS NOT NULL),
  -- Of one partner, or of the staff, nothing is said twice of the same day. The hash spreads the
  -- index: over ids alone, which are alike where they begin, it loses its way as it grows.
  EXCLUDE USING gist (hashtextextended(from_node::text || to_node::text, 0) WITH =,
                      from_node WITH =, to_node WITH =, type WITH =, coalesce(partner, '') WITH =,
                      daterange(valid_from, valid_until) WITH &&)
);
CREATE INDEX relationship_from ON relationship (from_node, id);
CREATE INDEX relationship_to ON relationship (to_node, id);

-- Each time that somebody said how strong it is, or that it still is; the first with its start.
CREATE TABLE relationship_confirmation (
  relationship_id uuid        NOT NULL REFERENCES relationship ON DELETE CASCADE,
  confirmed_on    date        NOT NULL,
  strength        numeric(3, 2) CHECK (strength BETWEEN 0 AND 1),
  recorded_by     text        NOT NULL,
  recorded_at     timestamptz NOT NULL,
  PRIMARY KEY (relationship_id, confirmed_on, recorded_at)
);
