ALTER TABLE customer
  ADD COLUMN gender     text CHECK (gender IN ('MALE', 'FEMALE', 'OTHER')),
  ADD COLUMN occupation text CHECK (occupation <> ''),
  -- BCP 47
  ADD COLUMN language   text CHECK (language <> ''),
  ADD CHECK (kind = 'PERSON' OR (gender IS NULL AND occupation IS NULL));

CREATE TABLE customer_note (
  customer_id   uuid     NOT NULL REFERENCES customer ON DELETE CASCADE,
  position      smallint NOT NULL,
  label         text CHECK (label <> ''),
  text          text     NOT NULL CHECK (text <> ''),
  since_version int      NOT NULL,
  PRIMARY KEY (customer_id, position)
);
