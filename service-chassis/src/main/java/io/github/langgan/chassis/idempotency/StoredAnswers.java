package io.github.langgan.chassis.idempotency;

import io.github.langgan.chassis.json.EventJson;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** The answers under their keys, for as long as {@code langgan.idempotency.retention} says. */
@Singleton
public class StoredAnswers {

  private final Jdbi jdbi;
  private final Clock clock;
  private final Duration retention;

  StoredAnswers(
      Jdbi jdbi,
      Clock clock,
      @ConfigProperty(name = "langgan.idempotency.retention", defaultValue = "PT24H")
          Duration retention) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.retention = retention;
  }

  /** Waits shortly for a transaction that holds the key; then PostgreSQL says 55P03. */
  Claim claim(String client, String key, byte[] requestHash) {
    var now = clock.instant();
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM claim_idempotency_key(:client, :key, :hash, :now, :expires)")
                .bind("client", client)
                .bind("key", key)
                .bind("hash", requestHash)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("expires", now.plus(retention).atOffset(ZoneOffset.UTC))
                .map((row, context) -> claim(row, requestHash))
                .one());
  }

  void store(String client, String key, Answer answer) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE idempotency_key SET status = :status, headers = :headers::json, body = :body
                     WHERE client = :client AND key = :key
                    """)
                .bind("status", answer.status())
                .bind(
                    "headers",
                    new String(EventJson.write(answer.headers()), StandardCharsets.UTF_8))
                .bind("body", answer.body())
                .bind("client", client)
                .bind("key", key)
                .execute());
  }

  /** Deletes at most that many expired answers; returns how many. */
  int deleteExpired(int batch) {
    return deleteExpired(batch, clock.instant());
  }

  private int deleteExpired(int batch, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    DELETE FROM idempotency_key WHERE (client, key) IN (
                      SELECT client, key FROM idempotency_key WHERE expires_at <= :now
                       ORDER BY expires_at LIMIT :batch FOR UPDATE SKIP LOCKED)
                    """)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("batch", batch)
                .execute());
  }

  private static Claim claim(ResultSet row, byte[] requestHash) throws SQLException {
    if (row.getBoolean("claimed")) {
      return new Claim.Ours();
    }
    if (!java.security.MessageDigest.isEqual(row.getBytes("request_hash"), requestHash)) {
      return new Claim.UsedForAnother();
    }
    @SuppressWarnings("unchecked")
    Map<String, String> headers =
        EventJson.read(row.getString("headers").getBytes(StandardCharsets.UTF_8), Map.class);
    return new Claim.Answered(new Answer(row.getInt("status"), headers, row.getBytes("body")));
  }
}
