package io.github.langgan.analytics.facts;

import static java.util.stream.Collectors.toSet;

import io.github.langgan.analytics.model.CustomerId;
import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.sql.Columns;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Makes a customer's transactions nobody's, and forgets its cases and all that was counted. */
@Singleton
public class DisownFacts {

  /** What came for one of the subjects, whosever it is by now. */
  private static final String THEIRS =
      " WHERE customer_id = ANY(:owners) AND coalesce(came_for, customer_id) = ANY(:subjects)";

  private static final String DISOWN =
      """
      WITH disowned AS (
        UPDATE transaction_fact SET customer_id = NULL, attributed_at = NULL, came_for = NULL
      """
          + THEIRS
          + """
            RETURNING transaction_id, occurred_at, currency, type, revenue
            ), lines AS (
              UPDATE line_fact l SET customer_id = NULL
                FROM disowned d WHERE l.transaction_id = d.transaction_id)
            SELECT (occurred_at AT TIME ZONE 'UTC')::date AS day, currency, type,
                   count(*) AS transactions, sum(revenue) AS amount
              FROM disowned GROUP BY 1, 2, 3
            """;

  private static final String NOT_IDENTIFIED =
      """
      UPDATE daily_total t
         SET identified = identified - less.transactions,
             identified_amount = identified_amount - less.amount
        FROM unnest(:days::text[]::date[], :currencies::text[], :types::text[],
                    :transactions::bigint[], :amounts::text[]::numeric[])
               AS less (day, currency, type, transactions, amount)
       WHERE t.day = less.day AND t.currency = less.currency AND t.type = less.type
      """;

  private final Jdbi jdbi;
  private final Aliases aliases;
  private final RecountCustomers recount;

  DisownFacts(Jdbi jdbi, Aliases aliases, RecountCustomers recount) {
    this.jdbi = jdbi;
    this.aliases = aliases;
    this.recount = recount;
  }

  public record Disowned(long transactions, long cases, long summaries) {}

  private record Day(
      LocalDate day, String currency, String type, long transactions, BigDecimal amount) {}

  /**
   * @param subjects a customer and all records that were merged into it
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Disowned disown(Collection<UUID> subjects) {
    Set<UUID> owners = aliases.owners(subjects);
    UUID[] ids = subjects.toArray(UUID[]::new);
    return jdbi.withHandle(
        handle -> {
          UUID[] all = owners.toArray(UUID[]::new);
          List<Day> days =
              handle
                  .createQuery(DISOWN)
                  .bind("owners", all)
                  .bind("subjects", ids)
                  .mapTo(Day.class)
                  .list();
          long cases =
              handle
                  .createUpdate("DELETE FROM case_fact" + THEIRS)
                  .bind("owners", all)
                  .bind("subjects", ids)
                  .execute();
          // records that were split off keep theirs
          recount.fromMovedFacts(owners.stream().map(CustomerId::new).collect(toSet()));
          long summaries = forget(handle, "customer_activity", ids);
          forget(handle, "customer_money", ids);
          forget(handle, "customer_score", ids);
          forget(handle, "customer_stage", ids);
          lessIdentified(handle, days);
          return new Disowned(days.stream().mapToLong(Day::transactions).sum(), cases, summaries);
        });
  }

  private static long forget(Handle handle, String table, UUID[] subjects) {
    return handle
        .createUpdate("DELETE FROM " + table + " WHERE customer_id = ANY(:subjects)")
        .bind("subjects", subjects)
        .execute();
  }

  private static void lessIdentified(Handle handle, List<Day> days) {
    Columns<Day> columns = Columns.of(days);
    handle
        .createUpdate(NOT_IDENTIFIED)
        .bind("days", columns.texts(Day::day))
        .bind("currencies", columns.texts(Day::currency))
        .bind("types", columns.texts(Day::type))
        .bind("transactions", columns.longs(Day::transactions))
        .bind("amounts", columns.texts(Day::amount))
        .execute();
  }
}
