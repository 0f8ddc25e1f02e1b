package io.github.langgan.customer.matching;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.chassis.sql.Columns;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The keys of all records, by which those are found that are worth comparing. */
@Singleton
class MatchKeys {

  /** A key that more share tells nothing; those of one person share rarer ones, too. */
  private static final int CROWD = 200;

  private static final String TOGETHER =
      """
      SELECT DISTINCT least(k.customer_id, o.id) AS one, greatest(k.customer_id, o.id) AS other
        FROM match_key k
       CROSS JOIN LATERAL (
         SELECT array_agg(customer_id) AS ids
           FROM (SELECT customer_id FROM match_key WHERE key = k.key LIMIT :crowd + 1) sharing) block
       CROSS JOIN unnest(block.ids) AS o(id)
       WHERE k.customer_id = ANY(:ids) AND cardinality(block.ids) <= :crowd
         AND o.id <> k.customer_id
      """;

  private final Jdbi jdbi;

  MatchKeys(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Two records that share a key; the lower id first. */
  record Together(UUID one, UUID other) {}

  private record Key(UUID customer, long key) {}

  /** Nobody else compares until the transaction ends. */
  void lock() {
    jdbi.useHandle(
        handle ->
            handle.execute("SELECT pg_advisory_xact_lock(hashtextextended('match-customer', 0))"));
  }

  void replace(Map<UUID, Set<String>> keysOf) {
    List<Key> rows = new ArrayList<>();
    keysOf.forEach((id, keys) -> keys.forEach(key -> rows.add(new Key(id, hash(key)))));
    jdbi.useHandle(
        handle -> {
          handle
              .createUpdate("DELETE FROM match_key WHERE customer_id = ANY(:ids)")
              .bind("ids", keysOf.keySet().toArray(UUID[]::new))
              .execute();
          handle
              .createUpdate(
                  """
                  INSERT INTO match_key (key, customer_id)
                  SELECT * FROM unnest(:keys::bigint[], :ids::uuid[]) ON CONFLICT DO NOTHING
                  """)
              .bind("keys", Columns.of(rows).longs(Key::key))
              .bind("ids", Columns.of(rows).uuids(Key::customer))
              .execute();
        });
  }

  /** All pairs of which one is among these; each once. */
  List<Together> together(Collection<UUID> ids) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(TOGETHER)
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("crowd", CROWD)
                .mapTo(Together.class)
                .list());
  }

  private static long hash(String key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
