-- What somebody asked of us about the data that we hold of her. It outlives the customer: what we
-- did has to be shown later.
CREATE TABLE privacy_request (
  id                     uuid PRIMARY KEY,
  kind                   text        NOT NULL,
  -- as the request named it; it may have been merged into another since
  customer_id            uuid        NOT NULL,
  status                 text        NOT NULL
    CHECK (status IN ('AWAITING_VERIFICATION', 'IN_PROGRESS', 'COMPLETED', 'REFUSED')),
  channel                text,
  reason                 text,
  received_at            timestamptz NOT NULL,
  due_at                 timestamptz NOT NULL,
  recorded_at            timestamptz NOT NULL,
  recorded_by            text        NOT NULL,
  verification_method    text,
  verification_reference text,
  verified_at            timestamptz,
  verified_by            text,
  refusal_reason         text,
  ended_at               timestamptz,
  -- the customer and the records that were merged into it, once it is certain who is meant
  subjects               uuid[],
  version                int         NOT NULL,
  CHECK ((verified_at IS NULL) = (verification_method IS NULL)),
  CHECK (status <> 'AWAITING_VERIFICATION' OR verified_at IS NULL),
  CHECK (status NOT IN ('IN_PROGRESS', 'COMPLETED') OR verified_at IS NOT NULL),
  CHECK ((status = 'REFUSED') = (refusal_reason IS NOT NULL)),
  CHECK ((status IN ('COMPLETED', 'REFUSED')) = (ended_at IS NOT NULL))
);
CREATE UNIQUE INDEX privacy_request_open ON privacy_request (customer_id, kind)
  WHERE ended_at IS NULL;
CREATE INDEX privacy_request_due ON privacy_request (due_at) WHERE ended_at IS NULL;
CREATE INDEX privacy_request_of_customer ON privacy_request (customer_id, id DESC);

-- What each service did for a request; no personal data.
CREATE TABLE privacy_receipt (
  request_id  uuid NOT NULL REFERENCES privacy_request,
  service     text NOT NULL,
  answered_at timestamptz,
  erased      json,
  retained    json,
  PRIMARY KEY (request_id, service)
);

-- An erased customer's row goes, and with it all that refers to it. What stays without a customer:
-- that it said something of being contacted, for as long as that may have to be shown
ALTER TABLE consent_act
  ALTER COLUMN customer_id DROP NOT NULL,
  ADD COLUMN erased_customer uuid,
  ADD CHECK (num_nonnulls(customer_id, erased_customer) = 1);
-- and which ids meant which. Merges are written under one lock, which an erasure takes as well.
ALTER TABLE merge
  DROP CONSTRAINT merge_survivor_id_fkey,
  DROP CONSTRAINT merge_merged_id_fkey;
