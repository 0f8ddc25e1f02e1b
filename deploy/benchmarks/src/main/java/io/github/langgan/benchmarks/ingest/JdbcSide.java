package io.github.langgan.benchmarks.ingest;

import io.github.langgan.benchmarks.ingest.JdbcBatch.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * The best that plain JDBC does: one statement a table for a whole batch, one durable commit. No
 * request is read, nothing is checked, no customer looked up.
 */
record JdbcSide(Connection connection, String partner) {

  private static final String NUMBERS =
      """
      INSERT INTO reported_transaction (external_id, partner, fingerprint, transaction_id)
      SELECT external_id, '%s', fingerprint, transaction_id
        FROM unnest(?, ?, ?) AS n(external_id, fingerprint, transaction_id)
       ORDER BY external_id COLLATE "C"
      ON CONFLICT DO NOTHING
      """;

  private static final String TRANSACTIONS =
      """
      INSERT INTO transaction (transaction_id, partner, external_id, type, occurred_at, recorded_at,
             customer_id, attributed_at, reference, currency, channel, total, reported_total)
      SELECT id, '%s', external_id, 'PURCHASE', occurred_at::timestamptz, now(), customer,
             CASE WHEN customer IS NOT NULL THEN now() END, reference, 'GBP', 'ONLINE',
             total::numeric, total::numeric
        FROM unnest(?, ?, ?, ?, ?, ?) AS t(id, customer, external_id, occurred_at, reference, total)
      """;

  private static final String LINES =
      """
      INSERT INTO transaction_line (transaction_id, customer_id, line, product, name, quantity,
             unit_price, discount, amount, returnable)
      SELECT id, customer, line, product, name, quantity, unit_price::numeric, 0, amount::numeric,
             quantity
        FROM unnest(?, ?, ?, ?, ?, ?, ?, ?)
             AS l(id, customer, line, product, name, quantity, unit_price, amount)
      """;

  private static final String EVENTS =
      """
      WITH incoming AS (
        SELECT * FROM unnest(?, ?, ?) WITH ORDINALITY AS e(key, subject, data, n)
      ), stream AS (
        INSERT INTO outbox_stream AS s (key, last_sequence)
        SELECT key, count(*) FROM incoming GROUP BY key ORDER BY key
        ON CONFLICT (key) DO UPDATE SET last_sequence = s.last_sequence + excluded.last_sequence
        RETURNING key, last_sequence
      )
      INSERT INTO outbox (event_id, key, sequence, type, version, subject, occurred_at, data)
      SELECT uuidv7(), key,
             last_sequence - count(*) OVER (PARTITION BY key)
               + row_number() OVER (PARTITION BY key ORDER BY n),
             'transaction.recorded', 1, subject, now(), data
        FROM incoming JOIN stream USING (key) ORDER BY n
      """;

  /** Returns when all of it is durable. */
  void write(JdbcBatch batch) throws SQLException {
    connection.setAutoCommit(false);
    insert(NUMBERS.formatted(partner), batch.numbers());
    insert(TRANSACTIONS.formatted(partner), batch.transactions());
    insert(LINES, batch.lines());
    insert(EVENTS, batch.events());
    connection.commit();
  }

  private void insert(String sql, List<Column> columns) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < columns.size(); i++) {
        Column column = columns.get(i);
        statement.setArray(i + 1, connection.createArrayOf(column.type(), column.values()));
      }
      statement.executeUpdate();
    }
  }
}
