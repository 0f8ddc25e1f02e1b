-- Work that outlives the request which started it.
CREATE TABLE operation (
  id          uuid        PRIMARY KEY,
  kind        text        NOT NULL,
  state       text        NOT NULL CHECK (state IN ('RUNNING', 'SUCCEEDED', 'FAILED')),
  client      text        NOT NULL,
  started_at  timestamptz NOT NULL,
  updated_at  timestamptz NOT NULL,
  done        bigint      NOT NULL DEFAULT 0 CHECK (done >= 0),
  failed      bigint      NOT NULL DEFAULT 0 CHECK (failed >= 0),
  total       bigint      CHECK (total >= 0),
  result_link text,
  problem     json,
  CHECK ((state = 'FAILED') = (problem IS NOT NULL))
);
