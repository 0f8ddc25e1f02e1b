package io.github.langgan.chassis.testing.http;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

  /** In one statement: this is asked after each of many hundred attacks. */
  static Map<String, Long> count(Jdbi jdbi) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    handle.createQuery(TABLES).mapTo(String.class).stream()
                        .map(
                            table ->
                                "SELECT '%1$s' AS name, count(*) AS many FROM \"%1$s\""
                                    .formatted(table))
                        .collect(Collectors.joining(" UNION ALL ")))
                .reduceRows(
                    new TreeMap<>(),
                    (rows, row) -> {
                      rows.put(
                          row.getColumn("name", String.class), row.getColumn("many", Long.class));
                      return rows;
                    }));
  }
}
