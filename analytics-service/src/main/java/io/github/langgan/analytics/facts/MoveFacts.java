package io.github.langgan.analytics.facts;

import io.github.langgan.chassis.alias.Aliases;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Gives the facts of a merged record to the survivor, and back. The summaries are counted then. */
@Singleton
public class MoveFacts {

  public record Moved(long transactions, long cases) {}

  private static final String LINES =
      """
      , lines AS (
        UPDATE line_fact l SET customer_id = :to
          FROM moved WHERE l.transaction_id = moved.transaction_id
      )
      """;

  private static final String MERGE =
      """
      WITH moved AS (
        UPDATE %s SET customer_id = :to, came_for = coalesce(came_for, customer_id)
         WHERE customer_id = :from
        RETURNING *
      )
      %s
      SELECT count(*) FROM moved
      """;

  private static final String SPLIT =
      """
      WITH moved AS (
        UPDATE %s SET customer_id = :to, came_for = nullif(came_for, :to)
         WHERE customer_id = :from AND came_for = ANY(:back)
        RETURNING *
      )
      %s
      SELECT count(*) FROM moved
      """;

  private static final String PREVIEW =
      """
      SELECT (SELECT count(*) FROM transaction_fact WHERE customer_id = :id) AS transactions,
             (SELECT count(*) FROM case_fact WHERE customer_id = :id) AS cases
      """;

  private final Jdbi jdbi;
  private final Aliases aliases;

  MoveFacts(Jdbi jdbi, Aliases aliases) {
    this.jdbi = jdbi;
    this.aliases = aliases;
  }

  /** From now on whatever names the merged record is the survivor's. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Moved merge(UUID merged, UUID survivor) {
    aliases.merge(merged, survivor);
    return jdbi.withHandle(handle -> move(handle, MERGE, merged, survivor, Set.of()));
  }

  /** Also facts that came since for the merged record are its own again. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Moved split(UUID merged, UUID survivor) {
    Set<UUID> back = aliases.split(merged);
    return jdbi.withHandle(handle -> move(handle, SPLIT, survivor, merged, back));
  }

  public Moved preview(UUID merged) {
    return jdbi.withHandle(
        handle -> handle.createQuery(PREVIEW).bind("id", merged).mapTo(Moved.class).one());
  }

  /** Transactions before cases, as {@link RebuildSummaries} locks them. */
  private static Moved move(Handle handle, String sql, UUID from, UUID to, Set<UUID> back) {
    return new Moved(
        count(handle, sql.formatted("transaction_fact", LINES), from, to, back),
        count(handle, sql.formatted("case_fact", ""), from, to, back));
  }

  private static long count(Handle handle, String sql, UUID from, UUID to, Set<UUID> back) {
    var query = handle.createQuery(sql).bind("from", from).bind("to", to);
    if (!back.isEmpty()) {
      query.bind("back", back.toArray(UUID[]::new));
    }
    return query.mapTo(Long.class).one();
  }
}
