-- When a customer last did something, as far as we were told, under the id that was told.
CREATE TABLE customer_activity (
  customer_id uuid PRIMARY KEY REFERENCES customer ON DELETE CASCADE,
  last_at     timestamptz NOT NULL
) WITH (fillfactor = 70);

-- From when on what customers did was noted. What was before, nobody counts as missing.
CREATE TABLE activity_noted (
  since timestamptz NOT NULL
);
INSERT INTO activity_noted VALUES (now());

-- The last sign of life of a customer and of the records that were merged into it.
CREATE VIEW customer_last_activity AS
SELECT c.id AS customer_id, c.kind, c.partner,
       greatest(c.changed_at, own.last_at, merged.last_at) AS last_at
  FROM customer c
  LEFT JOIN customer_activity own ON own.customer_id = c.id
  LEFT JOIN LATERAL (
    SELECT max(greatest(r.changed_at, a.last_at)) AS last_at
      FROM customer r LEFT JOIN customer_activity a ON a.customer_id = r.id
     WHERE r.merged_into = c.id) merged ON true
 WHERE c.merged_into IS NULL;

-- Customers of the kind and partner, if these are stated, who did nothing for so many periods are
-- archived.
CREATE TABLE inactivity_rule (
  code    text PRIMARY KEY,
  -- ISO 8601, of years, months and days
  period  text NOT NULL,
  periods int  NOT NULL CHECK (periods BETWEEN 1 AND 1000),
  kind    text CHECK (kind IN ('PERSON', 'ORGANISATION')),
  partner text,
  stated_by text        NOT NULL,
  stated_at timestamptz NOT NULL
);

CREATE TABLE customer_archive (
  customer_id uuid PRIMARY KEY REFERENCES customer ON DELETE CASCADE,
  rule        text        NOT NULL,
  archived_at timestamptz NOT NULL
);
