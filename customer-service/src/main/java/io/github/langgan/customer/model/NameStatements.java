package io.github.langgan.customer.model;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.postgresql.PGStatement;

/** Questions for names. {@code :words0} may be meant by the first word asked for, and so on. */
final class NameStatements {

  /** Rare and common words need different plans. */
  static final StatementCustomizer PLANNED_FOR_ITS_VALUES =
      new StatementCustomizer() {
        @Override
        public void beforeExecution(PreparedStatement statement, StatementContext context)
            throws SQLException {
          statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
      };

  private static final String NAMES =
      "(SELECT word, size, customer_id AS id, partner, words FROM customer_name_word) name";

  /**
   * The first ones of each meaning, in the order of the index, are enough. A later page begins
   * where the one before ended: within the names of one size, or with the next one.
   */
  private static final String ONE_WORD =
      """
      SELECT meant.fit, found.size, found.id
        FROM unnest(:words0::text[], :fits0::int[]) AS meant(word, fit)
       CROSS JOIN LATERAL (
         (SELECT size, id FROM %1$s
           WHERE word = meant.word AND fit = :afterFit AND size = :afterSize AND id < :afterId
             AND %2$s
           ORDER BY id DESC LIMIT :limit)
         UNION ALL
         (SELECT size, id FROM %1$s
           WHERE word = meant.word AND (:afterFit::int IS NULL OR fit <= :afterFit)
             AND size > CASE WHEN fit = :afterFit THEN :afterSize ELSE 0 END
             AND %2$s
           ORDER BY size, id DESC LIMIT :limit)) found
       ORDER BY meant.fit DESC, found.size, found.id DESC LIMIT :limit
      """;

  /** Merges the names of each word, which the index has in one order, until there are enough. */
  private static final String BEST_FIT =
      """
      SELECT :bestFit AS fit, size, id FROM %1$s
        %3$s
       WHERE word = :best0
         AND (:afterSize::int IS NULL
              OR size >= :afterSize AND (size > :afterSize OR id < :afterId))
         AND %2$s
       ORDER BY size, id DESC LIMIT :limit
      """;

  private static final String WITH_BEST =
      """
      JOIN (SELECT size, customer_id AS id FROM customer_name_word
             WHERE word = :best%1$s) best%1$s USING (size, id)
      """;

  private static final String SEVERAL_WORDS =
      """
      SELECT fit, size, id FROM (
        SELECT DISTINCT %3$s AS fit, size, id FROM %1$s
         WHERE word = ANY(:from::text[]) AND %4$s AND %2$s) fitting
       WHERE :afterFit::int IS NULL OR fit < :afterFit
          OR fit = :afterFit AND (size > :afterSize OR size = :afterSize AND id < :afterId)
       ORDER BY fit DESC, size, id DESC LIMIT :limit
      """;

  private static final String FIT =
      """
      (SELECT max((:fits%1$s::int[])[array_position(:words%1$s::text[], word)])
         FROM unnest(words) AS word)""";

  private static final String COUNT =
      """
      SELECT %1$s AS place, count(*) AS names FROM (
        SELECT FROM customer_name_word WHERE word = ANY(:words%1$s::text[]) LIMIT :most) few
      """;

  private NameStatements() {}

  static String oneWord(Selection selection) {
    return ONE_WORD.formatted(NAMES, selected(selection));
  }

  static String bestFit(int words, Selection selection) {
    return BEST_FIT.formatted(
        NAMES, selected(selection), each(IntStream.range(1, words), "", WITH_BEST));
  }

  /**
   * @param from the word asked for whose names are looked through
   */
  static String severalWords(int words, int from, Selection selection) {
    return SEVERAL_WORDS.formatted(
        NAMES,
        selected(selection),
        each(IntStream.range(0, words), " + ", FIT),
        each(
            IntStream.range(0, words).filter(i -> i != from),
            " AND ",
            "words && :words%1$s::text[]"));
  }

  static String counts(int words) {
    return "SELECT names FROM ("
        + each(IntStream.range(0, words), " UNION ALL ", COUNT)
        + ") counted ORDER BY place";
  }

  private static String selected(Selection selection) {
    String visible =
        switch (selection.visibility()) {
          case Visibility.Everyone() -> "true";
          case Visibility.RegisteredBy one -> "partner = :partner";
          case Visibility.Oneself one -> Customers.condition(one);
        };
    return selection.isOfVisibilityOnly()
        ? visible
        : visible
            + " AND EXISTS (SELECT FROM customer WHERE customer.id = name.id AND "
            + selection.condition()
            + ")";
  }

  private static String each(IntStream words, String between, String template) {
    return words.mapToObj(template::formatted).collect(Collectors.joining(between));
  }
}
