-- What customers were asked to confirm or to correct. The token that lets one do so is signed, and
-- kept nowhere.
CREATE TABLE update_request (
  id               uuid PRIMARY KEY,
  -- as it was asked for; it may have been merged since
  customer_id      uuid        NOT NULL REFERENCES customer ON DELETE CASCADE,
  opened_by        text        NOT NULL,
  opened_at        timestamptz NOT NULL,
  expires_at       timestamptz NOT NULL CHECK (expires_at > opened_at),
  revoked_at       timestamptz,
  answer           text CHECK (answer IN ('CONFIRMED', 'CORRECTED')),
  answered_at      timestamptz,
  -- of the record that the customer is now: the version that the answer made
  customer_version int,
  CHECK (num_nulls(answer, answered_at, customer_version) IN (0, 3)),
  CHECK (revoked_at IS NULL OR answer IS NULL)
);
CREATE INDEX update_request_of_customer ON update_request (customer_id, id DESC);

-- Customers now say themselves what is right.
ALTER TABLE customer_correction
  DROP CONSTRAINT customer_correction_reporter_check,
  ADD CONSTRAINT customer_correction_reporter_check
    CHECK (reporter IN ('CUSTOMER', 'PARTNER', 'STAFF'));
