-- Tables keyed by a UUIDv7 are partitioned by month over that key: uniqueness of the id holds, and
-- old months can be dropped whole. Ids of another version land in the default partition.
CREATE FUNCTION first_uuid_at(at timestamptz) RETURNS uuid
LANGUAGE sql IMMUTABLE AS $$
  SELECT (lpad(to_hex(floor(extract(epoch FROM at) * 1000)::bigint), 12, '0')
          || '00000000000000000000')::uuid
$$;

-- Makes the monthly partitions of every table partitioned by range over one uuid column, from the
-- given month on. Twice is harmless.
CREATE FUNCTION make_monthly_partitions(from_month date, months int) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  parent record;
  month  date;
  name   text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('make_monthly_partitions'));
  FOR parent IN
    SELECT c.oid, c.relname FROM pg_partitioned_table p
      JOIN pg_class c ON c.oid = p.partrelid
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = p.partattrs[0]
     WHERE p.partstrat = 'r' AND p.partnatts = 1 AND a.atttypid = 'uuid'::regtype
       AND c.relnamespace = current_schema()::regnamespace
  LOOP
    FOR i IN 0 .. months - 1 LOOP
      month := (date_trunc('month', from_month) + make_interval(months => i))::date;
      name := parent.relname || '_' || to_char(month, 'YYYY_MM');
      IF to_regclass(quote_ident(name)) IS NULL THEN
        EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',
          name, parent.relname,
          first_uuid_at(month::timestamp AT TIME ZONE 'UTC'),
          first_uuid_at((month + interval '1 month') AT TIME ZONE 'UTC'));
      END IF;
    END LOOP;
  END LOOP;
END $$;

-- The ids of the events that were applied.
CREATE TABLE inbox (
  event_id    uuid        NOT NULL PRIMARY KEY,
  received_at timestamptz NOT NULL
) PARTITION BY RANGE (event_id);
CREATE TABLE inbox_default PARTITION OF inbox DEFAULT;
SELECT make_monthly_partitions(date_trunc('month', now())::date, 3);

-- How far a key's stream was applied. origin = topic: its own events; otherwise effects on this
-- topic of that origin's events.
CREATE TABLE inbox_stream (
  topic         text   NOT NULL,
  origin        text   NOT NULL,
  key           uuid   NOT NULL,
  last_sequence bigint NOT NULL,
  PRIMARY KEY (key, topic, origin)
) WITH (fillfactor = 80);

-- Up to which time a partition's events are known to be applied.
CREATE TABLE inbox_progress (
  topic     text        NOT NULL,
  partition int         NOT NULL,
  as_of     timestamptz NOT NULL,
  PRIMARY KEY (topic, partition)
) WITH (fillfactor = 50);

-- Events that could not be applied, and the later ones of their key behind them.
CREATE TABLE parked_event (
  event_id       uuid PRIMARY KEY,
  topic          text        NOT NULL,
  "partition"    int         NOT NULL,
  "offset"       bigint      NOT NULL,
  key            text        NOT NULL,
  type           text,
  headers        jsonb       NOT NULL,
  payload        bytea       NOT NULL,
  reason         text        NOT NULL,
  behind         boolean     NOT NULL,
  attempts       int         NOT NULL DEFAULT 0,
  parked_at      timestamptz NOT NULL
);
CREATE INDEX parked_event_key ON parked_event (topic, key, "offset");
