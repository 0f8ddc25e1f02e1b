-- The golden record. Version 1's provenance stands here; that of later versions in
-- customer_correction.
CREATE TABLE customer (
  id            uuid PRIMARY KEY,
  kind          text        NOT NULL CHECK (kind IN ('PERSON', 'ORGANISATION')),
  full_name     text        NOT NULL CHECK (full_name <> ''),
  given_name    text,
  family_name   text,
  birth_date    date,
  version       int         NOT NULL CHECK (version >= 1),
  form          text        NOT NULL,
  received_at   timestamptz NOT NULL,
  -- the partner that registered the customer and may see it; null when the company's own staff did
  partner       text,
  registered_by text        NOT NULL,
  registered_at timestamptz NOT NULL,
  changed_at    timestamptz NOT NULL,
  -- says that a registration is the same again; null for those that named no identifier
  replay_key    uuid UNIQUE,
  CHECK (kind = 'PERSON' OR (given_name IS NULL AND family_name IS NULL AND birth_date IS NULL))
);
CREATE INDEX customer_of_partner ON customer (partner, id) WHERE partner IS NOT NULL;

-- since_version: the version of the customer that brought the value, and with it its provenance.
CREATE TABLE customer_contact (
  customer_id   uuid     NOT NULL REFERENCES customer ON DELETE CASCADE,
  position      smallint NOT NULL,
  type          text     NOT NULL CHECK (type IN ('EMAIL', 'PHONE', 'POSTAL')),
  value         text     NOT NULL CHECK (value <> ''),
  -- equal for all writings of an e-mail address or telephone number; not unique, people share them
  lookup_key    text,
  address_lines text[],
  locality      text,
  region        text,
  postal_code   text,
  country       text,
  since_version int      NOT NULL,
  PRIMARY KEY (customer_id, position),
  CHECK ((type = 'POSTAL') = (lookup_key IS NULL)),
  CHECK ((type = 'POSTAL') = (country IS NOT NULL))
);
CREATE INDEX customer_contact_lookup ON customer_contact (lookup_key, customer_id)
  WHERE lookup_key IS NOT NULL;

-- shared_by: null where the source gives each customer a value of its own, so that no two customers
-- may have the same; else the customer's id, for numbers that come from the customers themselves.
CREATE TABLE customer_identifier (
  customer_id   uuid     NOT NULL REFERENCES customer ON DELETE CASCADE,
  position      smallint NOT NULL,
  source        text     NOT NULL CHECK (source <> ''),
  value         text     NOT NULL CHECK (value <> ''),
  shared_by     uuid,
  since_version int      NOT NULL,
  PRIMARY KEY (customer_id, position),
  UNIQUE NULLS NOT DISTINCT (source, value, shared_by),
  CHECK (shared_by = customer_id)
);

-- Who changed which record when, and from what source.
CREATE TABLE customer_correction (
  customer_id  uuid        NOT NULL REFERENCES customer ON DELETE CASCADE,
  version      int         NOT NULL CHECK (version >= 2),
  form         text        NOT NULL,
  received_at  timestamptz NOT NULL,
  corrected_by text        NOT NULL,
  corrected_at timestamptz NOT NULL,
  PRIMARY KEY (customer_id, version)
);
