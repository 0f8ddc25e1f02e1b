-- What personal data on Kafka is encrypted with: a key for each data subject and publishing service,
-- our own and those that we were told of. A destroyed one stays as a row, so that none is made again.
CREATE TABLE person_key (
  id           uuid PRIMARY KEY,
  data_subject uuid NOT NULL,
  publisher    text NOT NULL,
  wrapped      bytea,
  wrapped_by   text,
  destroyed_at timestamptz,
  UNIQUE (data_subject, publisher),
  CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL)),
  CHECK ((wrapped IS NULL) = (wrapped_by IS NULL))
);

-- topic: null for the service's own. person_key: what the event's person is encrypted with.
ALTER TABLE outbox ADD topic text, ADD person_key uuid;
