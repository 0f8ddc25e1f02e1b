-- Members who let each other spend their points. Records are in it; whoever holds a record's points
-- spends them.
CREATE TABLE pool (
  id         uuid PRIMARY KEY,
  program_id uuid        NOT NULL REFERENCES program,
  opened_at  timestamptz NOT NULL
);

-- A record's place in a pool, kept when it is over.
CREATE TABLE pool_member (
  id            uuid PRIMARY KEY,
  pool_id       uuid        NOT NULL REFERENCES pool,
  membership_id uuid        NOT NULL REFERENCES membership,
  invited_at    timestamptz NOT NULL,
  joined_at     timestamptz,
  left_at       timestamptz,
  -- the most that others spend of its points in a period; null: all
  limit_points  bigint      CHECK (limit_points >= 0),
  limit_period  text        CHECK (limit_period IN ('DAY', 'WEEK', 'MONTH', 'YEAR', 'EVER')),
  CHECK ((limit_points IS NULL) = (limit_period IS NULL))
);
CREATE UNIQUE INDEX pool_member_now ON pool_member (pool_id, membership_id) WHERE left_at IS NULL;
CREATE UNIQUE INDEX pool_member_once ON pool_member (membership_id)
  WHERE joined_at IS NOT NULL AND left_at IS NULL;
CREATE INDEX pool_member_of ON pool_member (membership_id);

-- What others of a pool pay of a member's redemption, each from its own lots.
CREATE TABLE pool_draw (
  redemption_id uuid   NOT NULL REFERENCES redemption,
  membership_id uuid   NOT NULL REFERENCES membership,
  customer_id   uuid   NOT NULL,
  entry_id      uuid   NOT NULL,
  points        bigint NOT NULL CHECK (points > 0),
  reversed      bigint NOT NULL DEFAULT 0 CHECK (reversed BETWEEN 0 AND points),
  PRIMARY KEY (redemption_id, membership_id)
);
CREATE INDEX pool_draw_of ON pool_draw (membership_id);
ALTER TABLE redemption ADD COLUMN pooled boolean NOT NULL DEFAULT false;

-- What pools of a program have to keep to; without a row: there are none.
CREATE TABLE pool_policy (
  program_id      uuid PRIMARY KEY REFERENCES program,
  allowed         boolean NOT NULL,
  members_at_most int     NOT NULL CHECK (members_at_most BETWEEN 2 AND 20),
  wait_days       int     CHECK (wait_days > 0),
  version         bigint  NOT NULL
);
