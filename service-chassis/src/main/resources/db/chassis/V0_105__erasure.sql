-- Of whom nothing is stored any more. A row is written even when nothing is known of the subject
-- yet, and never taken away: what comes late meets it.
CREATE TABLE erased_subject (
  subject   uuid PRIMARY KEY,
  erased_at timestamptz NOT NULL
);
