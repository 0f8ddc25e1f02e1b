-- By what members of a program rise and fall, in versions. A version is never changed; another one
-- takes its place from its time on.
CREATE TABLE tier_scheme (
  program_id     uuid        NOT NULL REFERENCES program,
  version        int         NOT NULL CHECK (version > 0),
  effective_from timestamptz NOT NULL,
  says           jsonb       NOT NULL,
  PRIMARY KEY (program_id, version)
);
CREATE FUNCTION refuse_change_of_tier_scheme() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'tier schemes are never changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER tier_scheme_kept BEFORE UPDATE OR DELETE ON tier_scheme
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_tier_scheme();

-- The tier that was told of last. What is true is computed of the purchases at any moment; this row
-- says what a freeze keeps, and when the clock may change something. Whoever writes it holds the
-- membership's account.
CREATE TABLE member_tier (
  membership_id uuid        PRIMARY KEY REFERENCES membership,
  level         text        NOT NULL,
  since         timestamptz NOT NULL,
  -- null: nothing ends it
  until         timestamptz,
  -- infinity: no clock changes it
  due_at        timestamptz NOT NULL
);
CREATE INDEX member_tier_due ON member_tier (due_at) WHERE due_at < 'infinity';

-- Append-only: when we came to know that a tier had changed, and why.
CREATE TABLE tier_change (
  id             uuid        PRIMARY KEY,
  membership_id  uuid        NOT NULL REFERENCES membership,
  from_level     text,
  to_level       text        NOT NULL,
  reason         text        NOT NULL
                 CHECK (reason IN ('PURCHASE', 'RETURN', 'POINTS', 'CLOCK', 'FREEZE', 'GRANT', 'SCHEME',
                                   'MERGE', 'UNMERGE')),
  -- a transaction, grant, freeze or merge
  cause          uuid,
  scheme_version int         NOT NULL,
  until          timestamptz,
  at             timestamptz NOT NULL,
  CHECK (from_level IS DISTINCT FROM to_level)
);
CREATE INDEX tier_change_of_membership ON tier_change (membership_id, id);
CREATE TRIGGER tier_change_kept BEFORE UPDATE OR DELETE ON tier_change
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A level that a member has at least, whatever it bought: given by staff, or the grace after a return.
CREATE TABLE tier_floor (
  id            uuid        PRIMARY KEY,
  membership_id uuid        NOT NULL REFERENCES membership,
  kind          text        NOT NULL CHECK (kind IN ('GRANT', 'RETURNED')),
  level         text        NOT NULL,
  reason        text        NOT NULL,
  starts_at     timestamptz NOT NULL,
  ends_at       timestamptz NOT NULL CHECK (ends_at >= starts_at)
);
CREATE INDEX tier_floor_of_membership ON tier_floor (membership_id);

-- A return that is announced and not recorded yet: no fall meanwhile.
CREATE TABLE tier_freeze (
  id            uuid        PRIMARY KEY,
  membership_id uuid        NOT NULL REFERENCES membership,
  reason        text        NOT NULL CHECK (reason IN ('RETURN_PENDING')),
  starts_at     timestamptz NOT NULL,
  ends_at       timestamptz NOT NULL CHECK (ends_at >= starts_at)
);
CREATE INDEX tier_freeze_of_membership ON tier_freeze (membership_id);

-- Our view of complaint-service's complaints: while one is open, no fall.
CREATE TABLE complaint (
  id          uuid        PRIMARY KEY,
  -- the record that it came for
  customer_id uuid        NOT NULL,
  opened_at   timestamptz,
  closed_at   timestamptz
);
CREATE INDEX complaint_of_customer ON complaint (customer_id);
