-- Work that falls due. One row per kind and subject; a row that exists is still to be done.
CREATE TABLE due_work (
  id         uuid PRIMARY KEY,
  kind       text        NOT NULL,
  subject    text        NOT NULL,
  due_at     timestamptz NOT NULL,
  payload    text        NOT NULL,
  attempts   int         NOT NULL DEFAULT 0,
  last_error text,
  failed_at  timestamptz,
  UNIQUE (kind, subject)
);
CREATE INDEX due_work_due ON due_work (due_at) WHERE failed_at IS NULL;
