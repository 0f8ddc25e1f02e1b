-- One stored answer per client and key, written in the transaction of its effect.
CREATE TABLE idempotency_key (
  client       text        NOT NULL,
  key          text        NOT NULL,
  request_hash bytea       NOT NULL,
  status       integer,
  headers      json,
  body         bytea,
  expires_at   timestamptz NOT NULL,
  PRIMARY KEY (client, key)
);
CREATE INDEX idempotency_key_expires_at ON idempotency_key (expires_at);

-- Claims a key, waiting half a second at most for another transaction that holds it (55P03 then).
-- An expired row is taken over. Returns claimed = false and the stored answer when there is one.
CREATE FUNCTION claim_idempotency_key(
  p_client text, p_key text, p_request_hash bytea, p_now timestamptz, p_expires_at timestamptz)
RETURNS TABLE (claimed boolean, request_hash bytea, status integer, headers json, body bytea)
LANGUAGE plpgsql SET lock_timeout = '500ms' AS $$
#variable_conflict use_column
BEGIN
  INSERT INTO idempotency_key AS k (client, key, request_hash, expires_at)
  VALUES (p_client, p_key, p_request_hash, p_expires_at)
  ON CONFLICT (client, key) DO UPDATE
     SET request_hash = excluded.request_hash, expires_at = excluded.expires_at,
         status = NULL, headers = NULL, body = NULL
   WHERE k.expires_at <= p_now;
  IF FOUND THEN
    RETURN QUERY SELECT true, p_request_hash, NULL::integer, NULL::json, NULL::bytea;
  ELSE
    RETURN QUERY SELECT false, k.request_hash, k.status, k.headers, k.body
                   FROM idempotency_key k WHERE k.client = p_client AND k.key = p_key;
  END IF;
END $$;
