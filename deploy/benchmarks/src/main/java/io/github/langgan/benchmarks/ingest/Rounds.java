package io.github.langgan.benchmarks.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The same kind of batches over HTTP and by JDBC, in turns, so that both sides have the same
 * machine on average. Nothing is left to publish when a turn begins.
 */
final class Rounds {

  static final int BATCH = 1_000;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final String partner;
  private final int connections;
  private final JdbcTables tables;
  private final Backlog backlog;
  private final Map<String, UUID> customers;
  private final Sales sales;

  Rounds(
      String partner,
      int connections,
      JdbcTables tables,
      Backlog backlog,
      Map<String, UUID> customers) {
    this.partner = partner;
    this.connections = connections;
    this.tables = tables;
    this.backlog = backlog;
    this.customers = customers;
    this.sales = new Sales("B", List.copyOf(customers.keySet()));
  }

  /** Transactions in a second. */
  double overHttp(HttpSide http, int transactions) throws Exception {
    SaleJson json = new SaleJson(partner);
    Deque<String> bodies = new ArrayDeque<>();
    for (int i = 0; i < transactions; i += BATCH) {
      bodies.add(json.of(sales.next(BATCH)));
    }
    backlog.awaitPublished(PATIENCE);
    double seconds = Lanes.time(connections, List.copyOf(bodies), body -> http.record(body, BATCH));
    return transactions / seconds;
  }

  /** Transactions in a second. */
  double byJdbc(int transactions) throws Exception {
    List<JdbcBatch> batches = new ArrayList<>();
    for (int i = 0; i < transactions; i += BATCH) {
      batches.add(JdbcBatch.of(sales.next(BATCH), partner, customers));
    }
    BlockingQueue<JdbcSide> free = new LinkedBlockingQueue<>();
    List<Connection> open = new ArrayList<>();
    try {
      for (int i = 0; i < connections; i++) {
        open.add(tables.connect());
        free.add(new JdbcSide(open.getLast(), partner));
      }
      backlog.awaitPublished(PATIENCE);
      double seconds = Lanes.time(connections, batches, batch -> write(batch, free));
      return transactions / seconds;
    } finally {
      for (Connection connection : open) {
        connection.close();
      }
    }
  }

  private static void write(JdbcBatch batch, BlockingQueue<JdbcSide> free)
      throws SQLException, InterruptedException {
    JdbcSide side = free.take();
    try {
      side.write(batch);
    } finally {
      free.add(side);
    }
  }
}
