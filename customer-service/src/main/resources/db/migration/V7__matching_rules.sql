-- The keys of all records are kept in the memory of the process that compares. The position says
-- whether what it has in memory is still current.
DROP TABLE match_key;
CREATE TABLE match_index (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  position bigint NOT NULL
);
INSERT INTO match_index (position) VALUES (0);

-- The rules by which pairs are judged; the highest version is in force, and 1 as long as there is
-- none.
CREATE TABLE match_rules (
  version     int PRIMARY KEY CHECK (version > 1),
  weights     jsonb       NOT NULL,
  review_from float8      NOT NULL,
  same_from   float8      NOT NULL,
  made_by     text        NOT NULL,
  made_at     timestamptz NOT NULL,
  CHECK (0 < review_from AND review_from <= same_from AND same_from < 1)
);

-- Asked for, and then done. The id is also the operation's.
CREATE TABLE match_run (
  id           uuid PRIMARY KEY,
  dry_run      boolean     NOT NULL,
  learn        boolean     NOT NULL,
  review_from  float8      NOT NULL,
  same_from    float8      NOT NULL,
  requested_by text        NOT NULL,
  requested_at timestamptz NOT NULL,
  ended_at     timestamptz,
  result       jsonb
);

-- Made up from the two ids, so that a pair that is found again is the same one.
ALTER TABLE match_pair ADD COLUMN id uuid;
DELETE FROM match_pair;
ALTER TABLE match_pair ALTER COLUMN id SET NOT NULL, ADD CONSTRAINT match_pair_id UNIQUE (id);
CREATE INDEX match_pair_likeliest ON match_pair (probability DESC, id);
INSERT INTO due_work (id, kind, subject, due_at, payload)
SELECT uuidv7(), 'match-customer', id, now(), '' FROM customer
    ON CONFLICT DO NOTHING;

-- Two records of which somebody said that they are of two persons, whatever they have in common.
CREATE TABLE never_match (
  id          uuid PRIMARY KEY,
  one         uuid        NOT NULL REFERENCES customer ON DELETE CASCADE,
  other       uuid        NOT NULL REFERENCES customer ON DELETE CASCADE,
  reason      text        NOT NULL,
  said_by     text        NOT NULL,
  said_at     timestamptz NOT NULL,
  UNIQUE (one, other),
  CHECK (one < other)
);
CREATE INDEX never_match_other ON never_match (other);
