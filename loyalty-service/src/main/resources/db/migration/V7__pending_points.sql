-- Points of a purchase may wait before they can be spent. Whether they do is a question of the time
-- alone: nothing has to run for them to become active.
ALTER TABLE lot
  ADD COLUMN active_at timestamptz CHECK (active_at > earned_at);
CREATE INDEX lot_pending ON lot (account_id, active_at) WHERE active_at IS NOT NULL AND remaining > 0;

ALTER TABLE account
  -- of a member's account: until then it may have lots that can't be spent yet; null: never had
  ADD COLUMN pending_until timestamptz;

CREATE FUNCTION pending_points(of uuid, at timestamptz) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN a.pending_until > at
              THEN (SELECT coalesce(sum(remaining), 0)::bigint FROM lot
                     WHERE account_id = of AND remaining > 0 AND active_at > at)
              ELSE 0 END
    FROM account a WHERE a.id = of
$$;

-- As before (migration V5), and: when the lots become active, where they have to wait.
CREATE OR REPLACE FUNCTION entry_statement(e entry) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT e.number || '|' || e.id || '|' || e.kind || '|' || e.membership_id || '|' || e.customer_id
         || '|' || microseconds(e.at) || '|' || coalesce(e.transaction_id::text, '')
         || '|' || coalesce(e.redemption_id::text, '') || '|' || coalesce(e.compensation_id::text, '')
         || '|' || coalesce(e.merge_id::text, '') || '|' || coalesce(e.rule_version::text, '')
         || '|' || e.shortfall || '|' || coalesce(e.note, '')
         || coalesce(
              (SELECT string_agg(
                        E'\n' || p.account_id || '|' || coalesce(p.lot_id::text, '') || '|' || p.points
                        || coalesce('|' || coalesce(l.transaction_id::text, '') || '|' || l.original
                                    || '|' || microseconds(l.earned_at)
                                    || '|' || microseconds(l.expires_at)
                                    || CASE WHEN l.active_at IS NULL THEN ''
                                            ELSE '|' || microseconds(l.active_at) END, ''),
                        '' ORDER BY p.number)
                 FROM posting p LEFT JOIN lot l ON l.id = p.lot_id AND l.entry_id = p.entry_id
                WHERE p.entry_id = e.id), '')
$$;
