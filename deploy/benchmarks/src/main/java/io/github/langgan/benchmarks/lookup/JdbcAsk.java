package io.github.langgan.benchmarks.lookup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What the service asks for a contact, by plain JDBC over one connection. */
record JdbcAsk(PreparedStatement statement) {

  private static final String WHOLE =
      """
      SELECT c.*, part.*
        FROM (SELECT * FROM customer
               WHERE id IN (SELECT customer_id FROM customer_contact WHERE lookup_key = ?)
               ORDER BY id DESC LIMIT 21) c
        LEFT JOIN LATERAL (
          SELECT 1 AS part, position, type, value, address_lines, locality, region, postal_code,
                 country, NULL AS identifier_source, NULL AS label, since_version
            FROM customer_contact WHERE customer_id = c.id
          UNION ALL
          SELECT 2, position, NULL, value, NULL, NULL, NULL, NULL, NULL, source, NULL,
                 since_version
            FROM customer_identifier WHERE customer_id = c.id
          UNION ALL
          SELECT 3, position, NULL, text, NULL, NULL, NULL, NULL, NULL, NULL, label,
                 since_version
            FROM customer_note WHERE customer_id = c.id) part ON true
       ORDER BY c.id DESC, part.part, part.position
      """;

  static JdbcAsk of(Connection connection) throws SQLException {
    return new JdbcAsk(connection.prepareStatement(WHOLE));
  }

  void ask(String lookupKey) throws SQLException {
    statement.setString(1, lookupKey);
    try (ResultSet rows = statement.executeQuery()) {
      if (!rows.next()) {
        throw new IllegalStateException(lookupKey + " was not found");
      }
      while (rows.next()) {
        rows.getString("value");
      }
    }
  }
}
