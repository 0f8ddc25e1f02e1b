package io.github.langgan.chassis.testing.http;

import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/** How many rows each table has, but those that background work touches. */
final class TableRows {

  private static final String TABLES =
      """
      SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
         AND c.relname NOT IN ('flyway_schema_history', 'lease', 'outbox', 'inbox', 'inbox_stream', 'inbox_progress',
                               'audit_unsealed', 'audit_seal', 'due_work')
      """;

  private TableRows() {}

  static Map<String, Long> count(Jdbi jdbi) {
    return jdbi.withHandle(
        handle -> {
          var rows = new TreeMap<String, Long>();
          for (var table : handle.createQuery(TABLES).mapTo(String.class).list()) {
            rows.put(
                table,
                handle
                    .createQuery("SELECT count(*) FROM \"" + table + "\"")
                    .mapTo(Long.class)
                    .one());
          }
          return rows;
        });
  }
}
