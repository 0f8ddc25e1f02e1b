-- What customers are contacted for. A purpose stays as it is; another basis is another purpose.
CREATE TABLE consent_purpose (
  code          text PRIMARY KEY,
  title         text        NOT NULL,
  lawful_basis  text        NOT NULL,
  valid_months  int CHECK (valid_months > 0),
  introduced_at timestamptz NOT NULL,
  retired_at    timestamptz
);

-- What customers are shown. All languages of a version say the same.
CREATE TABLE consent_text (
  purpose       text        NOT NULL REFERENCES consent_purpose,
  version       int         NOT NULL CHECK (version >= 1),
  language      text        NOT NULL,
  body          text        NOT NULL,
  introduced_at timestamptz NOT NULL,
  PRIMARY KEY (purpose, version, language)
);

-- What customers said of being contacted, with the proof. Rows are added, never changed.
CREATE TABLE consent_act (
  id              uuid PRIMARY KEY,
  customer_id     uuid        NOT NULL REFERENCES customer,
  kind            text        NOT NULL
                  CHECK (kind IN ('GRANTED', 'WITHDRAWN', 'OBJECTED', 'OBJECTION_LIFTED')),
  purpose         text REFERENCES consent_purpose, -- null: every purpose
  channels        text[] CHECK (cardinality(channels) > 0), -- null: every channel
  text_version    int,
  text_language   text,
  effective_at    timestamptz NOT NULL,
  expires_at      timestamptz,
  recorded_at     timestamptz NOT NULL,
  proof_method    text        NOT NULL,
  proof_reference text,
  reason          text,
  reporter        text        NOT NULL CHECK (reporter IN ('CUSTOMER', 'PARTNER', 'STAFF')),
  partner         text,
  who             text        NOT NULL,
  FOREIGN KEY (purpose, text_version, text_language) REFERENCES consent_text,
  CHECK (kind <> 'GRANTED'
         OR purpose IS NOT NULL AND channels IS NOT NULL AND text_version IS NOT NULL
            AND text_language IS NOT NULL)
);
CREATE INDEX consent_act_of_customer ON consent_act (customer_id, effective_at DESC, id DESC);
