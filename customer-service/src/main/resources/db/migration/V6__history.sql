-- Versions that were replaced, as they were. There are none from before this table.
CREATE TABLE customer_former (
  customer_id uuid NOT NULL REFERENCES customer ON DELETE CASCADE,
  version     int  NOT NULL CHECK (version >= 1),
  full_name   text NOT NULL,
  given_name  text,
  family_name text,
  birth_date  date,
  gender      text,
  occupation  text,
  language    text,
  -- the rows of customer_contact, customer_identifier, customer_note; null when there were none
  contacts    jsonb,
  identifiers jsonb,
  notes       jsonb,
  PRIMARY KEY (customer_id, version)
);

-- The current version, as it stands in customer_former once it is replaced.
CREATE VIEW customer_snapshot AS
SELECT c.id AS customer_id, c.version, c.full_name, c.given_name, c.family_name, c.birth_date,
       c.gender, c.occupation, c.language,
       (SELECT jsonb_agg(jsonb_strip_nulls(to_jsonb(p) - '{customer_id,lookup_key}'::text[]))
          FROM customer_contact p WHERE p.customer_id = c.id) AS contacts,
       (SELECT jsonb_agg(to_jsonb(p) - '{customer_id,shared_by}'::text[])
          FROM customer_identifier p WHERE p.customer_id = c.id) AS identifiers,
       (SELECT jsonb_agg(jsonb_strip_nulls(to_jsonb(p) - 'customer_id'))
          FROM customer_note p WHERE p.customer_id = c.id) AS notes
  FROM customer c;

-- Every version that is kept.
CREATE VIEW customer_kept AS
SELECT * FROM customer_snapshot
UNION ALL
SELECT * FROM customer_former;
