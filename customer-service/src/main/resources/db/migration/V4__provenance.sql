ALTER TABLE customer
  -- how sure the source is of what it says, when it said so; else the form's rule holds
  ADD COLUMN confidence       numeric(3, 2) CHECK (confidence BETWEEN 0 AND 1),
  -- The version that brought the value; nothing where there is no value. Null when the customer
  -- was corrected before this was noted: then nobody knows.
  ADD COLUMN name_since       int DEFAULT 1,
  ADD COLUMN birth_date_since int DEFAULT 1,
  ADD COLUMN gender_since     int DEFAULT 1,
  ADD COLUMN occupation_since int DEFAULT 1,
  ADD COLUMN language_since   int DEFAULT 1;

UPDATE customer
   SET name_since = NULL, birth_date_since = NULL, gender_since = NULL, occupation_since = NULL,
       language_since = NULL
 WHERE version > 1;

ALTER TABLE customer_correction
  ADD COLUMN confidence numeric(3, 2) CHECK (confidence BETWEEN 0 AND 1),
  -- null for corrections from before this was noted
  ADD COLUMN reporter   text CHECK (reporter IN ('PARTNER', 'STAFF')),
  ADD COLUMN partner    text,
  ADD CHECK ((reporter IS NOT DISTINCT FROM 'PARTNER') = (partner IS NOT NULL));

-- Where each version came from.
CREATE VIEW customer_version AS
SELECT id AS customer_id, 1 AS version, form, received_at, confidence,
       CASE WHEN partner IS NULL THEN 'STAFF' ELSE 'PARTNER' END AS reporter, partner,
       registered_by AS who, registered_at AS recorded_at
  FROM customer
UNION ALL
SELECT customer_id, version, form, received_at, confidence, reporter, partner, corrected_by,
       corrected_at
  FROM customer_correction;
