package io.github.langgan.profile.model;

import io.github.langgan.chassis.sql.Columns;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The numbers that partners gave their transactions. Each is taken once and for good. */
@Singleton
public class TransactionNumbers {

  private static final String CLAIM =
      """
      INSERT INTO reported_transaction (external_id, partner, fingerprint, transaction_id)
      SELECT external_id, :partner, fingerprint, transaction_id
        FROM unnest(:externalIds::text[], :fingerprints::uuid[], :ids::uuid[])
               AS r(external_id, fingerprint, transaction_id)
       ORDER BY external_id COLLATE "C"
      ON CONFLICT DO NOTHING
      RETURNING transaction_id
      """;

  private final Jdbi jdbi;

  TransactionNumbers(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A number with what was reported under it. */
  public record Number(String externalId, UUID fingerprint, UUID transactionId) {}

  /**
   * Takes the numbers that are free, until the transaction ends. Waits for those that another one
   * is about to take; numbers are locked in their order, so two never wait for each other.
   *
   * @param numbers of one partner, all different
   * @return those that were taken before, as they were then
   */
  public Map<String, Number> claim(String partner, List<Number> numbers) {
    Columns<Number> columns = Columns.of(numbers);
    Set<UUID> claimed =
        jdbi.withHandle(
            handle ->
                new HashSet<>(
                    handle
                        .createQuery(CLAIM)
                        .bind("partner", partner)
                        .bind("externalIds", columns.texts(Number::externalId))
                        .bind("fingerprints", columns.uuids(Number::fingerprint))
                        .bind("ids", columns.uuids(Number::transactionId))
                        .mapTo(UUID.class)
                        .list()));
    if (claimed.size() == numbers.size()) {
      return Map.of();
    }
    return taken(
        partner, numbers.stream().filter(n -> !claimed.contains(n.transactionId())).toList());
  }

  /** Lets go of numbers that were claimed in this transaction. */
  public void release(String partner, Collection<String> externalIds) {
    if (!externalIds.isEmpty()) {
      jdbi.useHandle(
          handle ->
              handle
                  .createUpdate(
                      """
                      DELETE FROM reported_transaction
                       WHERE partner = :partner AND external_id = ANY(:externalIds)
                      """)
                  .bind("partner", partner)
                  .bind("externalIds", externalIds.toArray(String[]::new))
                  .execute());
    }
  }

  private Map<String, Number> taken(String partner, List<Number> numbers) {
    Map<String, Number> taken = new HashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT external_id, fingerprint, transaction_id FROM reported_transaction
                     WHERE partner = :partner AND external_id = ANY(:externalIds)
                    """)
                .bind("partner", partner)
                .bind("externalIds", Columns.of(numbers).texts(Number::externalId))
                .mapTo(Number.class)
                .forEach(number -> taken.put(number.externalId(), number)));
    return taken;
  }
}
