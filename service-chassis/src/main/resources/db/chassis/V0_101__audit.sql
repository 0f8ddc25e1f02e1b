-- Who did what to which record and why. Append-only: a trigger refuses everything else.
CREATE TABLE audit_entry (
  id           uuid        PRIMARY KEY,
  at           timestamptz NOT NULL,
  actor        text        NOT NULL,
  client       text        NOT NULL,
  action       text        NOT NULL,
  subject_type text        NOT NULL,
  subject_id   text        NOT NULL,
  reason       text        NOT NULL,
  details      json        NOT NULL,
  trace_id     text
);
CREATE INDEX audit_entry_subject ON audit_entry (subject_type, subject_id, at);

-- Entries that the sealer has not chained yet. It sees only committed ones, and gives them their
-- place in the chain itself, so that business transactions never wait for each other.
CREATE TABLE audit_unsealed (
  entry_id uuid PRIMARY KEY REFERENCES audit_entry
);

CREATE TABLE audit_seal (
  sequence bigint PRIMARY KEY CHECK (sequence > 0),
  entry_id uuid   NOT NULL UNIQUE,
  hash     bytea  NOT NULL
);

CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on %: the audit trail is append-only', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
CREATE TRIGGER audit_seal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
