-- Where somebody wants to be told of events, and how the receiver is. partner: whose it is; null for
-- the company's own. No event that is about what the partner may not see is ever stored for it.
CREATE TABLE webhook (
  id              uuid PRIMARY KEY,
  partner         text,
  url             text        NOT NULL,
  event_types     text[]      NOT NULL,
  description     text,
  state           text        NOT NULL CHECK (state IN ('ENABLED', 'DISABLED')),
  -- the receiver itself said that it is gone (410)
  gone            boolean     NOT NULL DEFAULT false,
  version         int         NOT NULL CHECK (version >= 1),
  created_at      timestamptz NOT NULL,
  changed_at      timestamptz NOT NULL,
  failures_in_row int         NOT NULL DEFAULT 0,
  -- after failures in a row nothing is sent until then, and one event only after that
  paused_until    timestamptz,
  pauses          int         NOT NULL DEFAULT 0,
  delivered_at    timestamptz,
  failed_at       timestamptz,
  failure         text,
  failure_status  int,
  UNIQUE NULLS NOT DISTINCT (partner, url),
  CHECK (NOT gone OR state = 'DISABLED')
) WITH (fillfactor = 50);

-- What is signed with, wrapped by a key of the service. valid_until: null for the current one; the
-- former ones sign, too, until then.
CREATE TABLE webhook_secret (
  id          uuid PRIMARY KEY,
  webhook_id  uuid NOT NULL REFERENCES webhook ON DELETE CASCADE,
  wrapped     bytea NOT NULL,
  wrapped_by  text  NOT NULL,
  valid_until timestamptz
);
CREATE UNIQUE INDEX webhook_secret_current ON webhook_secret (webhook_id) WHERE valid_until IS NULL;
CREATE INDEX webhook_secret_of ON webhook_secret (webhook_id);

-- Events that at least one webhook wants, without their person.
CREATE TABLE webhook_message (
  event_id    uuid PRIMARY KEY,
  type        text        NOT NULL,
  occurred_at timestamptz NOT NULL,
  data        text        NOT NULL
);

CREATE SEQUENCE webhook_position;

-- One event on its way to one receiver. arrival: the order in which events came; position: the order
-- in which they are sent, another one after a replay. wanted_at: since when it is to be sent;
-- attempts: those since then.
CREATE TABLE webhook_delivery (
  webhook_id uuid        NOT NULL REFERENCES webhook ON DELETE CASCADE,
  event_id   uuid        NOT NULL,
  key        uuid        NOT NULL,
  arrival    bigint      NOT NULL,
  position   bigint      NOT NULL,
  state      text        NOT NULL CHECK (state IN ('WAITING', 'DELIVERED', 'DEAD')),
  wanted_at  timestamptz NOT NULL,
  attempts   int         NOT NULL DEFAULT 0,
  history    jsonb       NOT NULL DEFAULT '[]',
  PRIMARY KEY (webhook_id, event_id)
);
CREATE INDEX webhook_delivery_next ON webhook_delivery (webhook_id, key, position)
  WHERE state = 'WAITING';
CREATE INDEX webhook_delivery_waiting ON webhook_delivery (wanted_at) WHERE state = 'WAITING';
CREATE INDEX webhook_delivery_open ON webhook_delivery (webhook_id, state, event_id)
  WHERE state <> 'DELIVERED';

-- The waiting events of one key go to a receiver one after the other: there is a lane as long as
-- one waits. due_at: when the first may be sent; while somebody sends it, when another may take over.
CREATE TABLE webhook_lane (
  webhook_id uuid        NOT NULL REFERENCES webhook ON DELETE CASCADE,
  key        uuid        NOT NULL,
  due_at     timestamptz NOT NULL,
  claim      uuid,
  PRIMARY KEY (webhook_id, key)
) WITH (fillfactor = 70);
CREATE INDEX webhook_lane_due ON webhook_lane (webhook_id, due_at);
