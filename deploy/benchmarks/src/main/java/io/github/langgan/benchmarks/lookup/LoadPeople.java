package io.github.langgan.benchmarks.lookup;

import io.github.langgan.benchmarks.importing.JdbcImport;
import io.github.langgan.benchmarks.importing.People;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Puts people straight into the service's database, which is quicker than an import and leaves the
 * same rows. Their names are words without accents; of one customer for each word the service
 * itself adds them, as it does for those who were registered before names were searched: only it
 * knows what like words have in common.
 */
record LoadPeople(Connection connection) {

  private static final String WORDS =
      """
      CREATE TEMP TABLE said AS
      SELECT DISTINCT word, id, partner
        FROM customer, unnest(string_to_array(lower(full_name), ' ')) AS word
      """;

  private static final String FIRSTS =
      """
      CREATE TEMP TABLE firsts AS
      SELECT DISTINCT id FROM (SELECT DISTINCT ON (word) id FROM said ORDER BY word) one
      """;

  private static final String OTHERS =
      """
      INSERT INTO customer_name_word (word, size, customer_id, partner, words)
      SELECT word, count(*) OVER name, id, partner, array_agg(word) OVER name FROM said
       WHERE id NOT IN (SELECT id FROM firsts)
      WINDOW name AS (PARTITION BY id)
       ORDER BY word, id
      """;

  private static final String BY_THE_SERVICE =
      """
      INSERT INTO due_work (id, kind, subject, due_at, payload)
      SELECT uuidv7(), 'index-name', id, now(), '' FROM firsts
      """;

  void load(People people, int many) throws Exception {
    new JdbcImport(connection).rate(people::person, 0, many);
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      for (String step : List.of(WORDS, FIRSTS, OTHERS, BY_THE_SERVICE)) {
        statement.execute(step);
      }
      while (isWaiting(statement)) {
        Thread.sleep(200);
      }
      statement.execute("VACUUM ANALYZE");
    }
  }

  private static boolean isWaiting(Statement statement) throws SQLException {
    try (ResultSet found =
        statement.executeQuery("SELECT 1 FROM due_work WHERE kind = 'index-name' LIMIT 1")) {
      return found.next();
    }
  }
}
