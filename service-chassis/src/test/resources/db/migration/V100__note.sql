CREATE TABLE note (
  id         uuid        PRIMARY KEY,
  code       text        NOT NULL,
  text       text,
  amount     numeric     NOT NULL,
  written_at timestamptz NOT NULL,
  version    bigint      NOT NULL
);
