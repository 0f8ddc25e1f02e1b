-- Our views of what other services tell of a customer. They can be rebuilt from the topics.
CREATE TABLE known_membership (
  membership_id uuid PRIMARY KEY,
  customer_id   uuid        NOT NULL,
  program_id    uuid        NOT NULL,
  program_name  text        NOT NULL,
  card_number   text        NOT NULL,
  opened_at     timestamptz NOT NULL,
  active        bigint      NOT NULL,
  pending       bigint      NOT NULL
);
CREATE INDEX known_membership_customer ON known_membership (customer_id);

CREATE TABLE known_case (
  case_id           uuid PRIMARY KEY,
  customer_id       uuid        NOT NULL,
  kind              text        NOT NULL,
  channel           text,
  category          text,
  subject           text,
  status            text        NOT NULL,
  opened_at         timestamptz NOT NULL,
  resolution_due_at timestamptz,
  breached_at       timestamptz,
  ended_at          timestamptz -- resolved or closed, whichever was first
);
CREATE INDEX known_case_customer ON known_case (customer_id);

CREATE TABLE known_score (
  customer_id      uuid PRIMARY KEY,
  as_of            timestamptz NOT NULL,
  last_purchase_at timestamptz,
  purchases        bigint      NOT NULL,
  revenue          jsonb       NOT NULL,
  recency          smallint,
  frequency        smallint,
  monetary         smallint
);

-- What happened with a customer elsewhere; entry_id is the event's.
CREATE TABLE timeline_entry (
  entry_id    uuid        NOT NULL PRIMARY KEY,
  customer_id uuid        NOT NULL,
  at          timestamptz NOT NULL,
  kind        text        NOT NULL,
  type        text        NOT NULL,
  subject_id  uuid        NOT NULL,
  details     jsonb       NOT NULL
) PARTITION BY RANGE (entry_id);
CREATE TABLE timeline_entry_default PARTITION OF timeline_entry DEFAULT;
CREATE INDEX timeline_entry_customer ON timeline_entry (customer_id, at DESC, entry_id DESC);

SELECT make_monthly_partitions(date_trunc('month', now())::date, 3);
