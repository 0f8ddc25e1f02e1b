-- A form that somebody filled in, as it came. customer_id: the record that it came for, which may be
-- merged into another since; it is settled when the form is, and before that no commit is possible.
CREATE TABLE intake (
  id           uuid PRIMARY KEY,
  form         text        NOT NULL,
  -- its number, unique among the forms of its kind from one partner, or from the staff
  external_id  text        NOT NULL CHECK (external_id <> ''),
  partner      text,
  -- equal when the same is sent again
  fingerprint  uuid        NOT NULL,
  customer_id  uuid        NOT NULL
               REFERENCES customer ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  outcome      text        NOT NULL CHECK (outcome IN ('REGISTERED', 'SUPPLEMENTED', 'UNCHANGED')),
  -- what of the form went into the record that was there: pointers
  supplemented text[]      NOT NULL,
  received_at  timestamptz NOT NULL,
  confidence   numeric(3, 2) CHECK (confidence BETWEEN 0 AND 1),
  -- what it says of the customer, and what it is made for
  said         json        NOT NULL,
  details      json        NOT NULL,
  recorded_by  text        NOT NULL,
  recorded_at  timestamptz NOT NULL,
  UNIQUE NULLS NOT DISTINCT (partner, form, external_id)
);
CREATE INDEX intake_of_customer ON intake (customer_id, id);
