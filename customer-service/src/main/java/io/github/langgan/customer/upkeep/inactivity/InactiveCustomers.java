package io.github.langgan.customer.upkeep.inactivity;

import io.github.langgan.chassis.sql.Columns;
import io.github.langgan.customer.model.CompanyCalendar;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be archived by rules, and who no longer. Nobody is while it is not known what customers
 * did for as long as a rule looks back.
 */
@Singleton
class InactiveCustomers {

  /** Of several rules that fit, the first by its code is named. */
  private static final String BY_RULES =
      """
      WITH rule AS (
        SELECT * FROM unnest(:codes::text[], :kinds::text[], :partners::text[],
                             :cutOffs::text[]::timestamptz[]) AS r (code, kind, partner, cut_off)
         WHERE cut_off >= (SELECT since FROM activity_noted)
      ), inactive AS (
        SELECT DISTINCT ON (c.customer_id) c.customer_id, c.last_at, rule.code
          FROM customer_last_activity c
          JOIN rule ON c.last_at < rule.cut_off
                   AND (rule.kind IS NULL OR rule.kind = c.kind)
                   AND (rule.partner IS NULL OR rule.partner = c.partner)
         WHERE (:after::uuid IS NULL OR c.customer_id > :after)
           AND (:upTo::uuid IS NULL OR c.customer_id <= :upTo)
         ORDER BY c.customer_id, rule.code)
      """;

  private static final String COUNT =
      BY_RULES
          + """
          SELECT (SELECT count(*) FROM inactive i
                   WHERE NOT EXISTS (SELECT FROM customer_archive a
                                      WHERE a.customer_id = i.customer_id)) AS archived,
                 (SELECT count(*) FROM customer_archive a
                   WHERE NOT EXISTS (SELECT FROM inactive i
                                      WHERE i.customer_id = a.customer_id)) AS reactivated
          """;

  private static final String SAMPLE =
      BY_RULES
          + """
          SELECT i.customer_id AS customer, i.code AS rule, i.last_at FROM inactive i
           WHERE NOT EXISTS (SELECT FROM customer_archive a WHERE a.customer_id = i.customer_id)
           ORDER BY i.last_at, i.customer_id LIMIT :limit
          """;

  private static final String ARCHIVE =
      BY_RULES
          + """
          , stored AS (
            INSERT INTO customer_archive (customer_id, rule, archived_at)
            SELECT customer_id, code, :now FROM inactive ORDER BY customer_id
            ON CONFLICT DO NOTHING
            RETURNING customer_id)
          SELECT i.customer_id AS customer, i.code AS rule, i.last_at
            FROM inactive i JOIN stored USING (customer_id) ORDER BY i.customer_id
          """;

  /** Also the archive of a record that was merged since: it is its survivor's that counts. */
  private static final String REACTIVATE =
      BY_RULES
          + """
          DELETE FROM customer_archive a
           WHERE (:after::uuid IS NULL OR a.customer_id > :after)
             AND (:upTo::uuid IS NULL OR a.customer_id <= :upTo)
             AND NOT EXISTS (SELECT FROM inactive i WHERE i.customer_id = a.customer_id)
          RETURNING a.customer_id
          """;

  private static final String END_OF_RANGE =
      """
      SELECT id FROM customer WHERE (:after::uuid IS NULL OR id > :after)
       ORDER BY id OFFSET :many - 1 LIMIT 1
      """;

  private final Jdbi jdbi;
  private final CompanyCalendar calendar;

  InactiveCustomers(Jdbi jdbi, CompanyCalendar calendar) {
    this.jdbi = jdbi;
    this.calendar = calendar;
  }

  /** How many the rules would archive, and list again. */
  record Counts(long archived, long reactivated) {}

  /**
   * @param lastAt the last sign of life
   */
  record Inactive(UUID customer, String rule, Instant lastAt) {}

  /**
   * Customers by their ids.
   *
   * @param after null for the first
   * @param upTo null for the last
   */
  record Range(@Nullable UUID after, @Nullable UUID upTo) {

    static final Range ALL = new Range(null, null);
  }

  Range range(@Nullable UUID after, int many) {
    Optional<UUID> end =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(END_OF_RANGE)
                    .bindByType("after", after, UUID.class)
                    .bind("many", many)
                    .mapTo(UUID.class)
                    .findOne());
    return new Range(after, end.orElse(null));
  }

  Instant notedSince() {
    return jdbi.withHandle(
        handle ->
            handle.createQuery("SELECT since FROM activity_noted").mapTo(Instant.class).one());
  }

  Counts count(List<InactivityRule> rules) {
    return jdbi.withHandle(
        handle -> bound(handle.createQuery(COUNT), rules, Range.ALL).mapTo(Counts.class).one());
  }

  /** Those longest away, of whom the rules would archive. */
  List<Inactive> sample(List<InactivityRule> rules, int limit) {
    return jdbi.withHandle(
        handle ->
            bound(handle.createQuery(SAMPLE), rules, Range.ALL)
                .bind("limit", limit)
                .mapTo(Inactive.class)
                .list());
  }

  @Transactional(Transactional.TxType.MANDATORY)
  List<Inactive> archive(List<InactivityRule> rules, Range range, Instant now) {
    return jdbi.withHandle(
        handle ->
            bound(handle.createQuery(ARCHIVE), rules, range)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .mapTo(Inactive.class)
                .list());
  }

  @Transactional(Transactional.TxType.MANDATORY)
  List<UUID> reactivate(List<InactivityRule> rules, Range range) {
    return jdbi.withHandle(
        handle -> bound(handle.createQuery(REACTIVATE), rules, range).mapTo(UUID.class).list());
  }

  private <S extends SqlStatement<S>> S bound(
      S statement, List<InactivityRule> rules, Range range) {
    LocalDate today = calendar.today();
    Columns<InactivityRule> columns = Columns.of(rules);
    return statement
        .bind("codes", columns.texts(InactivityRule::code))
        .bind("kinds", columns.texts(InactivityRule::kind))
        .bind("partners", columns.texts(InactivityRule::partner))
        .bind(
            "cutOffs",
            columns.texts(rule -> calendar.startOf(rule.cutOff(today)).atOffset(ZoneOffset.UTC)))
        .bindByType("after", range.after(), UUID.class)
        .bindByType("upTo", range.upTo(), UUID.class);
  }
}
