-- Contacts with somebody whom only a device or a number of a source stands for, until that turns out
-- to be a customer's: then they become interactions.
CREATE TABLE waiting_interaction (
  interaction_id uuid PRIMARY KEY,
  reference      text COLLATE "C" NOT NULL,
  channel        text        NOT NULL,
  direction      text        NOT NULL CHECK (direction IN ('IN', 'OUT')),
  occurred_at    timestamptz NOT NULL,
  recorded_at    timestamptz NOT NULL,
  summary        text        NOT NULL
);
CREATE INDEX waiting_interaction_reference ON waiting_interaction (reference, interaction_id);
