-- A record that was merged into another keeps its row, contacts and identifiers as they were: that
-- is what a split gives back. merged_into: who it is now, the end of a chain of merges.
ALTER TABLE customer ADD COLUMN merged_into uuid REFERENCES customer ON DELETE CASCADE,
  ADD CHECK (merged_into <> id);
CREATE INDEX customer_merged ON customer (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX customer_merged_of_partner ON customer (partner) WHERE merged_into IS NOT NULL;

-- came_for: the merged record that the value or the correction came for; null for the customer's own.
ALTER TABLE customer_contact ADD COLUMN came_for uuid CHECK (came_for <> customer_id);
ALTER TABLE customer_identifier ADD COLUMN came_for uuid CHECK (came_for <> customer_id);
ALTER TABLE customer_note ADD COLUMN came_for uuid CHECK (came_for <> customer_id);
ALTER TABLE customer_correction ADD COLUMN came_for uuid CHECK (came_for <> customer_id);

-- since_record: the record whose version since_version is; null for the customer's own.
ALTER TABLE customer_contact ADD COLUMN since_record uuid CHECK (since_record <> customer_id);
ALTER TABLE customer_identifier ADD COLUMN since_record uuid CHECK (since_record <> customer_id);
ALTER TABLE customer_note ADD COLUMN since_record uuid CHECK (since_record <> customer_id);

-- Merges, and proposals of what one would do. survivor_before: the survivor's own row, for the split.
CREATE TABLE merge (
  id                uuid PRIMARY KEY,
  proposal          boolean     NOT NULL,
  survivor_id       uuid        NOT NULL REFERENCES customer ON DELETE CASCADE,
  merged_id         uuid        NOT NULL REFERENCES customer ON DELETE CASCADE,
  asked_by          text        NOT NULL,
  asked_at          timestamptz NOT NULL,
  operation_id      uuid        NOT NULL,
  -- which record each surviving value is of, and by what rule; no values
  fields            json        NOT NULL,
  survivor_before   jsonb,
  survivor_version  int,
  answer_by         timestamptz,
  overdue           boolean     NOT NULL DEFAULT false,
  undo_operation_id uuid,
  undone_by         text,
  undone_at         timestamptz,
  -- the two are to be kept apart by matching from now on
  never_match       boolean     NOT NULL DEFAULT false,
  CHECK (survivor_id <> merged_id),
  CHECK (proposal = (survivor_before IS NULL) AND proposal = (survivor_version IS NULL)),
  CHECK (proposal = (answer_by IS NOT NULL)),
  CHECK (NOT (proposal AND undone_at IS NOT NULL)),
  CHECK ((undone_at IS NULL) = (undo_operation_id IS NULL))
);
CREATE UNIQUE INDEX merge_in_force ON merge (merged_id) WHERE undone_at IS NULL AND NOT proposal;
CREATE INDEX merge_of_survivor ON merge (survivor_id, id);
CREATE INDEX merge_of_merged ON merge (merged_id, id);

-- How far each service is, whatever the order in which it says so.
CREATE TABLE merge_answer (
  merge_id    uuid NOT NULL REFERENCES merge ON DELETE CASCADE,
  service     text NOT NULL,
  answered_at timestamptz,
  effects     json,
  undone_at   timestamptz,
  undo_effects json,
  conflicts   json,
  PRIMARY KEY (merge_id, service)
);

-- What partners follow. The position is that of the event, so it is drawn in the order of commits.
CREATE TABLE customer_change (
  position    bigint PRIMARY KEY,
  kind        text        NOT NULL CHECK (kind IN ('MERGED', 'SPLIT')),
  merge_id    uuid        NOT NULL REFERENCES merge ON DELETE CASCADE,
  survivor_id uuid        NOT NULL,
  merged_id   uuid        NOT NULL,
  at          timestamptz NOT NULL
);
CREATE INDEX customer_change_of_merged ON customer_change (merged_id, position);

-- The merge or split that brought a version.
ALTER TABLE customer_correction ADD COLUMN merge_id uuid REFERENCES merge ON DELETE SET NULL;
CREATE OR REPLACE VIEW customer_version AS
SELECT id AS customer_id, 1 AS version, form, received_at, confidence,
       CASE WHEN partner IS NULL THEN 'STAFF' ELSE 'PARTNER' END AS reporter, partner,
       registered_by AS who, registered_at AS recorded_at, NULL::uuid AS merge_id
  FROM customer
UNION ALL
SELECT customer_id, version, form, received_at, confidence, reporter, partner, corrected_by,
       corrected_at, merge_id
  FROM customer_correction;

-- Which version of which record brought a trait that a merge or split gave to a customer.
CREATE TABLE inherited_trait (
  customer_id    uuid NOT NULL REFERENCES customer ON DELETE CASCADE,
  version        int  NOT NULL,
  trait          text NOT NULL,
  record         uuid NOT NULL,
  -- 0 when nobody noted it
  record_version int  NOT NULL CHECK (record_version >= 0),
  PRIMARY KEY (customer_id, version, trait)
);

-- What somebody said of a record holds for its survivor, too: whom the two ids mean now, the lower
-- one first.
ALTER TABLE never_match ADD COLUMN one_now uuid, ADD COLUMN other_now uuid;
UPDATE never_match SET one_now = one, other_now = other;
ALTER TABLE never_match ALTER COLUMN one_now SET NOT NULL, ALTER COLUMN other_now SET NOT NULL;
CREATE INDEX never_match_now ON never_match (one_now, other_now);
CREATE INDEX never_match_other_now ON never_match (other_now);

CREATE OR REPLACE VIEW open_match AS
SELECT m.* FROM match_pair m
 WHERE NOT EXISTS (SELECT FROM never_match n WHERE n.one_now = m.one AND n.other_now = m.other)
   AND NOT EXISTS (SELECT FROM customer c WHERE c.id = m.one AND c.merged_into IS NOT NULL)
   AND NOT EXISTS (SELECT FROM customer c WHERE c.id = m.other AND c.merged_into IS NOT NULL);
