-- Events wait here from the business commit until the relay has them acknowledged by Kafka.
-- A row that exists is unpublished; published rows are deleted.
CREATE TABLE outbox (
  position    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id    uuid        NOT NULL,
  key         uuid        NOT NULL,
  sequence    bigint      NOT NULL,
  type        text        NOT NULL,
  version     smallint    NOT NULL,
  subject     text        NOT NULL,
  occurred_at timestamptz NOT NULL,
  traceparent text,
  causation   text,
  data        text        NOT NULL
) WITH (
  -- short-lived rows: clear them often, whatever the table's size was
  autovacuum_vacuum_scale_factor = 0,
  autovacuum_vacuum_threshold = 5000,
  autovacuum_vacuum_cost_delay = 0
);

-- The last sequence drawn per key. Its row lock is what keeps a key's events in commit order.
CREATE TABLE outbox_stream (
  key           uuid PRIMARY KEY,
  last_sequence bigint NOT NULL
) WITH (fillfactor = 80);

-- One process at a time does the named work, and loses the right when it stops renewing.
CREATE TABLE lease (
  name   text PRIMARY KEY,
  holder uuid        NOT NULL,
  until  timestamptz NOT NULL
);
