-- A file of customers, on its way in or worked off.
CREATE TABLE customer_import (
  id           uuid PRIMARY KEY,
  state        text        NOT NULL
    CHECK (state IN ('RECEIVING', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
  format       text        NOT NULL CHECK (format IN ('CSV', 'NDJSON')),
  -- of a CSV file, as its first row names them
  columns      text[]      NOT NULL,
  form         text        NOT NULL,
  received_at  timestamptz NOT NULL,
  dry_run      boolean     NOT NULL,
  matching     boolean     NOT NULL,
  -- the partner whose file it is and who may see it; null when the company's own staff sent it
  partner      text,
  imported_by  text        NOT NULL,
  operation_id uuid,
  total        bigint      NOT NULL DEFAULT 0,
  registered   bigint      NOT NULL DEFAULT 0,
  duplicates   bigint      NOT NULL DEFAULT 0,
  rejected     bigint      NOT NULL DEFAULT 0,
  failures     int         NOT NULL DEFAULT 0,
  started_at   timestamptz NOT NULL,
  -- when a piece of it was last received or worked off; while it fails, when to try again
  worked_at    timestamptz NOT NULL,
  ended_at     timestamptz,
  CHECK ((state IN ('RECEIVING', 'RUNNING')) = (ended_at IS NULL)),
  CHECK (registered + duplicates + rejected <= total)
);
CREATE INDEX customer_import_open ON customer_import (state, worked_at) WHERE ended_at IS NULL;
CREATE INDEX customer_import_ended ON customer_import (ended_at) WHERE ended_at IS NOT NULL;

-- The same request again leads to the same import.
CREATE TABLE customer_import_key (
  client    text  NOT NULL,
  key       text  NOT NULL,
  digest    bytea NOT NULL,
  import_id uuid  NOT NULL REFERENCES customer_import ON DELETE CASCADE,
  PRIMARY KEY (client, key)
);
CREATE INDEX customer_import_key_of_import ON customer_import_key (import_id);

-- Whole rows of the file, about a thousand. A row that exists is still to be worked off.
CREATE TABLE customer_import_piece (
  import_id  uuid   NOT NULL REFERENCES customer_import ON DELETE CASCADE,
  first_row  bigint NOT NULL,
  first_line bigint NOT NULL,
  row_count  int    NOT NULL,
  content    bytea  NOT NULL,
  PRIMARY KEY (import_id, first_row)
);
-- read once, soon: to compress it would cost more than it saves
ALTER TABLE customer_import_piece ALTER COLUMN content SET STORAGE EXTERNAL;

-- What came of the rows of a piece: a line of JSON each, without personal data.
CREATE TABLE customer_import_result (
  import_id  uuid   NOT NULL REFERENCES customer_import ON DELETE CASCADE,
  first_row  bigint NOT NULL,
  registered int    NOT NULL,
  duplicates int    NOT NULL,
  rejected   int    NOT NULL,
  lines      text   NOT NULL,
  PRIMARY KEY (import_id, first_row)
);

-- What a dry run has met in the file, hashed: what it would have registered by then.
CREATE TABLE customer_import_met (
  import_id uuid NOT NULL REFERENCES customer_import ON DELETE CASCADE,
  key       uuid NOT NULL,
  PRIMARY KEY (import_id, key)
);
