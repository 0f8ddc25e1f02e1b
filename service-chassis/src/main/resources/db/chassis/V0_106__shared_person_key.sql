-- What a survivor's events tell is also of those who were merged into it: such a key is of several,
-- and goes when any of them is erased. current: what the service encrypts with; only of its own.
ALTER TABLE person_key
  ADD shared_with uuid[] NOT NULL DEFAULT '{}',
  ADD current boolean NOT NULL DEFAULT true,
  DROP CONSTRAINT person_key_data_subject_publisher_key;
CREATE UNIQUE INDEX person_key_current ON person_key (data_subject, publisher) WHERE current;
CREATE INDEX person_key_of ON person_key (data_subject);
CREATE INDEX person_key_shared ON person_key USING gin (shared_with) WHERE shared_with <> '{}';
