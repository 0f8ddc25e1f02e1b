-- Nothing is done with what is held of a customer, from then on and until it is lifted.
CREATE TABLE customer_restriction (
  request_id  uuid PRIMARY KEY REFERENCES privacy_request,
  customer_id uuid        NOT NULL REFERENCES customer ON DELETE CASCADE,
  since       timestamptz NOT NULL,
  lifted_at   timestamptz CHECK (lifted_at >= since)
);
CREATE INDEX customer_restriction_of ON customer_restriction (customer_id);

-- What an objection is against, and which version of the record put it right.
ALTER TABLE privacy_request
  ADD COLUMN purpose text REFERENCES consent_purpose,
  ADD COLUMN channels text[] CHECK (cardinality(channels) > 0),
  ADD COLUMN customer_version int;
