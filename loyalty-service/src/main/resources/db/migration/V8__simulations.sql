-- What other terms would have given for the purchases of a period: worked out member by member.
CREATE TABLE terms_simulation (
  id          uuid PRIMARY KEY,
  program_id  uuid        NOT NULL,
  version     int         NOT NULL,
  period_from timestamptz NOT NULL,
  period_to   timestamptz NOT NULL CHECK (period_to > period_from),
  started_at  timestamptz NOT NULL,
  finished_at timestamptz,
  -- how far it is: the last membership, and what was found until then
  last_id     uuid,
  totals      jsonb       NOT NULL,
  FOREIGN KEY (program_id, version) REFERENCES terms
);
