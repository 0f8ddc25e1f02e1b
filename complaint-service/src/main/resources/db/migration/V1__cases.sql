-- Customers that cases may be opened for, as crm.customer tells.
CREATE TABLE known_customer (
  customer_id uuid PRIMARY KEY
);

CREATE TABLE cases (
  id                 uuid        PRIMARY KEY,
  customer_id        uuid        NOT NULL,
  kind               text        NOT NULL CHECK (kind IN ('INQUIRY', 'COMPLAINT')),
  channel            text        NOT NULL,
  category           text        NOT NULL,
  subject            text        NOT NULL,
  description        text,
  status             text        NOT NULL,
  opened_at          timestamptz NOT NULL,
  acknowledged_at    timestamptz,
  resolution_summary text,
  resolved_at        timestamptz,
  closed_at          timestamptz,
  clock_due_at       timestamptz NOT NULL,
  clock_met_at       timestamptz,
  clock_breached_at  timestamptz,
  version            bigint      NOT NULL,
  CONSTRAINT status_agrees_with_its_times CHECK (
    CASE status
      WHEN 'OPEN'         THEN acknowledged_at IS NULL AND resolved_at IS NULL AND closed_at IS NULL
      WHEN 'ACKNOWLEDGED' THEN acknowledged_at IS NOT NULL AND resolved_at IS NULL AND closed_at IS NULL
      WHEN 'RESOLVED'     THEN resolved_at IS NOT NULL AND closed_at IS NULL
      WHEN 'CLOSED'       THEN resolved_at IS NOT NULL AND closed_at IS NOT NULL
      ELSE false
    END),
  CONSTRAINT resolved_with_a_summary CHECK ((resolved_at IS NULL) = (resolution_summary IS NULL)),
  CONSTRAINT clock_met_or_breached CHECK (
    clock_met_at IS NULL OR (clock_breached_at IS NULL AND clock_met_at < clock_due_at)),
  CONSTRAINT resolving_stops_the_clock CHECK (
    resolved_at IS NULL OR clock_met_at IS NOT NULL OR clock_breached_at IS NOT NULL)
) WITH (fillfactor = 80);

-- Listings go from the newest on; ids are ordered by time.
CREATE INDEX cases_of_customer ON cases (customer_id, id DESC);
CREATE INDEX cases_with_status ON cases (status, id DESC);

-- At most one compensation a case.
CREATE TABLE compensation (
  id          uuid        PRIMARY KEY,
  case_id     uuid        NOT NULL UNIQUE REFERENCES cases,
  points      bigint      NOT NULL CHECK (points > 0),
  state       text        NOT NULL CHECK (state IN ('PROMISED', 'GIVEN', 'REFUSED')),
  promised_at timestamptz NOT NULL,
  settled_at  timestamptz,
  refusal     text,
  CONSTRAINT settled_when_given_or_refused CHECK ((state = 'PROMISED') = (settled_at IS NULL)),
  CONSTRAINT refused_with_a_reason CHECK ((state = 'REFUSED') = (refusal IS NOT NULL))
);
