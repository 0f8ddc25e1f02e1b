-- Points may lapse: they expire when their member was inactive for so long.
ALTER TABLE lot
  -- an ISO 8601 period: expires_at moves with the days on which the member is active; null: it stays
  ADD COLUMN lapses_after text CHECK (lapses_after ~ '^P[0-9]+[DM]$');

ALTER TABLE account
  -- of a member's account: the last day, where the program lives, on which points came or were spent;
  -- -infinity: none since there are lots that lapse; null: it never had such lots
  ADD COLUMN active_on date;

CREATE FUNCTION local_day(at timestamptz, zone text) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT (at AT TIME ZONE zone)::date
$$;

-- The end of the last day on which points can be spent whose member was active on a day.
CREATE FUNCTION lapse_time(active_on date, lapses_after text, zone text) RETURNS timestamptz
LANGUAGE sql STABLE AS $$
  SELECT ((active_on + lapses_after::interval)::date + 1)::timestamp AT TIME ZONE zone
$$;

-- As before (migration V15), and: for lots that lapse how long they do, in place of a time that moves.
CREATE OR REPLACE FUNCTION entry_statement(e entry) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT e.number || '|' || e.id || '|' || e.kind || '|' || e.membership_id || '|' || e.customer_id
         || '|' || microseconds(e.at) || '|' || coalesce(e.transaction_id::text, '')
         || '|' || coalesce(e.redemption_id::text, '') || '|' || coalesce(e.compensation_id::text, '')
         || '|' || coalesce(e.merge_id::text, '') || '|' || coalesce(e.rule_version::text, '')
         || '|' || e.shortfall || '|' || coalesce(e.note, '')
         || coalesce('|' || e.transfer_id, '')
         || CASE WHEN e.debt = 0 THEN '' ELSE '|debt ' || e.debt END
         || coalesce(
              (SELECT string_agg(
                        E'\n' || p.account_id || '|' || coalesce(p.lot_id::text, '') || '|' || p.points
                        || coalesce('|' || coalesce(l.transaction_id::text, '') || '|' || l.original
                                    || '|' || microseconds(l.earned_at)
                                    || '|' || CASE WHEN l.lapses_after IS NULL
                                                   THEN microseconds(l.expires_at) ELSE '' END
                                    || CASE WHEN l.active_at IS NULL THEN ''
                                            ELSE '|' || microseconds(l.active_at) END
                                    || coalesce('|lapses ' || l.lapses_after, ''), ''),
                        '' ORDER BY p.number)
                 FROM posting p LEFT JOIN lot l ON l.id = p.lot_id AND l.entry_id = p.entry_id
                WHERE p.entry_id = e.id), '')
$$;
