package io.github.langgan.loyalty.earning;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * The rows that purchases left in the ledger, written once more into bare copies of the tables: the
 * same columns and indexes, no triggers, no partitions, one statement for each batch.
 */
final class BareLedger {

  private static final int BATCH = 500;

  /** Table, and how its rows are found from transaction ids. */
  private static final Map<String, String> TABLES = new LinkedHashMap<>();

  static {
    TABLES.put("transaction", "id = ANY(?)");
    TABLES.put("earning", "transaction_id = ANY(?)");
    TABLES.put("lot", "transaction_id = ANY(?)");
    TABLES.put("entry", "transaction_id = ANY(?)");
    TABLES.put("posting", "entry_id IN (SELECT id FROM entry WHERE transaction_id = ANY(?))");
  }

  private static final String BALANCES =
      """
      UPDATE bare.account a SET balance = a.balance + d.points, version = a.version + 1
        FROM (SELECT account_id, sum(points) AS points
                FROM unnest(?::uuid[], ?::bigint[]) AS l(account_id, points)
               GROUP BY account_id ORDER BY account_id) d
       WHERE a.id = d.account_id
      """;

  private final DataSource database;

  BareLedger(DataSource database) {
    this.database = database;
  }

  private record Column(String name, String type) {}

  /** Rows of one table by column. */
  private record Rows(String table, List<Column> columns, List<Object[]> values) {

    String insert() {
      return "INSERT INTO bare.%s (%s) SELECT * FROM unnest(%s)"
          .formatted(
              table,
              columns.stream().map(Column::name).collect(Collectors.joining(", ")),
              columns.stream()
                  .map(column -> "?::text[]::" + column.type() + "[]")
                  .collect(Collectors.joining(", ")));
    }

    Object[] column(int index) {
      return values.stream().map(row -> row[index]).toArray();
    }
  }

  void create() throws SQLException {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA IF EXISTS bare CASCADE; CREATE SCHEMA bare");
      for (String table :
          List.of(
              "transaction",
              "earning",
              "lot",
              "entry",
              "posting",
              "account",
              "inbox",
              "outbox",
              "outbox_stream")) {
        statement.execute(
            "CREATE TABLE bare.%s (LIKE public.%s INCLUDING ALL)".formatted(table, table));
      }
      statement.execute("INSERT INTO bare.account SELECT * FROM public.account");
    }
  }

  /** Nanoseconds that writing takes; reading and preparing the rows is not counted. */
  long write(List<UUID> transactions) throws SQLException {
    List<List<Rows>> batches = new ArrayList<>();
    long nanos = 0;
    try (Connection connection = database.getConnection()) {
      for (int from = 0; from < transactions.size(); from += BATCH) {
        batches.add(
            read(
                connection,
                transactions.subList(from, Math.min(from + BATCH, transactions.size()))));
      }
      connection.setAutoCommit(false);
      for (List<Rows> batch : batches) {
        try (PreparedStatement statement = prepare(connection, batch)) {
          long start = System.nanoTime();
          statement.execute();
          connection.commit();
          nanos += System.nanoTime() - start;
        }
      }
    }
    return nanos;
  }

  private static PreparedStatement prepare(Connection connection, List<Rows> batch)
      throws SQLException {
    StringBuilder sql = new StringBuilder("WITH ");
    for (Rows rows : batch) {
      sql.append(rows.table()).append("_rows AS (").append(rows.insert()).append("), ");
    }
    sql.append(
        """
        stream AS (
          INSERT INTO bare.outbox_stream AS s (key, last_sequence)
          SELECT key, count(*) FROM unnest(?::uuid[]) AS k(key) GROUP BY key ORDER BY key
          ON CONFLICT (key) DO UPDATE SET last_sequence = s.last_sequence + excluded.last_sequence
        )
        """);
    sql.append(BALANCES);
    PreparedStatement statement = connection.prepareStatement(sql.toString());
    int parameter = 0;
    for (Rows rows : batch) {
      for (int column = 0; column < rows.columns().size(); column++) {
        statement.setArray(++parameter, connection.createArrayOf("text", rows.column(column)));
      }
    }
    Rows lots = batch.stream().filter(rows -> rows.table().equals("lot")).findFirst().orElseThrow();
    statement.setArray(++parameter, connection.createArrayOf("text", column(lots, "customer_id")));
    statement.setArray(++parameter, connection.createArrayOf("text", column(lots, "account_id")));
    statement.setArray(++parameter, connection.createArrayOf("text", column(lots, "original")));
    return statement;
  }

  private static Object[] column(Rows rows, String name) {
    return rows.column(rows.columns().stream().map(Column::name).toList().indexOf(name));
  }

  private static List<Rows> read(Connection connection, List<UUID> transactions)
      throws SQLException {
    List<Rows> all = new ArrayList<>();
    for (var table : TABLES.entrySet()) {
      try (PreparedStatement statement =
          connection.prepareStatement(
              "SELECT * FROM public.%s WHERE %s".formatted(table.getKey(), table.getValue()))) {
        statement.setArray(1, connection.createArrayOf("uuid", transactions.toArray()));
        all.add(rows(table.getKey(), statement.executeQuery()));
      }
    }
    Rows entries = all.get(3);
    all.add(inbox(entries));
    all.add(outbox(entries));
    return all;
  }

  private static Rows rows(String table, ResultSet found) throws SQLException {
    ResultSetMetaData meta = found.getMetaData();
    List<Column> columns = new ArrayList<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      columns.add(new Column(meta.getColumnName(i), meta.getColumnTypeName(i)));
    }
    List<Object[]> values = new ArrayList<>();
    while (found.next()) {
      Object[] row = new Object[columns.size()];
      for (int i = 0; i < row.length; i++) {
        row[i] =
            columns.get(i).type().equals("bytea")
                ? "\\x" + HexFormat.of().formatHex(found.getBytes(i + 1))
                : found.getString(i + 1);
      }
      values.add(row);
    }
    return new Rows(table, columns, values);
  }

  private static Rows inbox(Rows entries) {
    return new Rows(
        "inbox",
        List.of(new Column("event_id", "uuid"), new Column("received_at", "timestamptz")),
        IntStream.range(0, entries.values().size())
            .mapToObj(i -> new Object[] {column(entries, "id")[i], column(entries, "at")[i]})
            .toList());
  }

  /** As long as the event that the service writes. */
  private static Rows outbox(Rows entries) {
    Object[] ids = column(entries, "id");
    Object[] keys = column(entries, "customer_id");
    Object[] times = column(entries, "at");
    List<Object[]> values = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      values.add(
          new Object[] {
            ids[i], keys[i], "1", "points.earned", "1", keys[i], times[i], "x".repeat(430)
          });
    }
    return new Rows(
        "outbox",
        List.of(
            new Column("event_id", "uuid"),
            new Column("key", "uuid"),
            new Column("sequence", "bigint"),
            new Column("type", "text"),
            new Column("version", "smallint"),
            new Column("subject", "text"),
            new Column("occurred_at", "timestamptz"),
            new Column("data", "text")),
        values);
  }
}
