package io.github.langgan.customer.matching;

import io.github.langgan.customer.model.CustomerKind;
import io.github.langgan.customer.model.SharedSources;
import io.github.langgan.customer.model.comparison.Features;
import io.github.langgan.customer.model.comparison.FeaturesBuilder;
import io.github.langgan.customer.model.comparison.Vocabulary;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads of customers what is compared, all parts of one after the other, in one statement. */
@Singleton
class RecordReader {

  private static final String PARTS =
      """
      SELECT id, kind AS part, full_name AS value, birth_date, NULL::text AS locality,
             NULL::text AS postal_code
        FROM customer %1$s
      UNION ALL
      SELECT customer_id, type,
             CASE type WHEN 'POSTAL' THEN array_to_string(address_lines, ' ') ELSE lookup_key END,
             NULL, locality, postal_code
        FROM customer_contact %2$s
      UNION ALL
      SELECT customer_id, 'of ' || source, value, NULL, NULL, NULL
        FROM customer_identifier %3$s
       ORDER BY 1
      """;

  private static final int FETCHED = 5_000;

  private final Jdbi jdbi;
  private final SharedSources shared;

  RecordReader(Jdbi jdbi, SharedSources shared) {
    this.jdbi = jdbi;
    this.shared = shared;
  }

  /** All that were not merged into others, as they come, in one state of the database. */
  void readAll(Vocabulary vocabulary, BiConsumer<UUID, Features> record) {
    read(
        PARTS.formatted("WHERE merged_into IS NULL", "", "WHERE source = ANY(:shared)"),
        null,
        vocabulary,
        record);
  }

  /** Those of these that exist and were not merged into others. */
  void read(Collection<UUID> ids, Vocabulary vocabulary, BiConsumer<UUID, Features> record) {
    String ofThese = "customer_id = ANY(:ids)";
    String sql =
        PARTS.formatted(
            "WHERE id = ANY(:ids) AND merged_into IS NULL",
            "WHERE " + ofThese,
            "WHERE " + ofThese + " AND source = ANY(:shared)");
    read(sql, ids, vocabulary, record);
  }

  private void read(
      String sql,
      @Nullable Collection<UUID> ids,
      Vocabulary vocabulary,
      BiConsumer<UUID, Features> record) {
    jdbi.useHandle(
        handle -> {
          Query query =
              handle
                  .createQuery(sql)
                  .setFetchSize(FETCHED)
                  .bind("shared", shared.names().toArray(String[]::new));
          if (ids != null) {
            query.bind("ids", ids.toArray(UUID[]::new));
          }
          query.scanResultSet(
              (rows, context) -> {
                Assembly assembly = new Assembly(vocabulary, record);
                try (ResultSet parts = rows.get()) {
                  while (parts.next()) {
                    assembly.add(parts);
                  }
                }
                assembly.end();
                return null;
              });
        });
  }

  /** The parts of one record stand together, in any order. */
  private static final class Assembly {

    private final Vocabulary vocabulary;
    private final BiConsumer<UUID, Features> consumer;
    private FeaturesBuilder record;
    private @Nullable UUID id;

    Assembly(Vocabulary vocabulary, BiConsumer<UUID, Features> consumer) {
      this.vocabulary = vocabulary;
      this.consumer = consumer;
      this.record = new FeaturesBuilder(vocabulary);
    }

    void add(ResultSet row) throws SQLException {
      UUID of = row.getObject("id", UUID.class);
      if (!of.equals(id)) {
        end();
        id = of;
        record = new FeaturesBuilder(vocabulary);
      }
      String part = row.getString("part");
      String value = row.getString("value");
      switch (part) {
        case "PERSON", "ORGANISATION" ->
            record.customer(
                CustomerKind.valueOf(part), value, row.getObject("birth_date", LocalDate.class));
        case "PHONE" -> record.phone(value);
        case "EMAIL" -> record.email(value);
        case "POSTAL" ->
            record.place(value, row.getString("locality"), row.getString("postal_code"));
        default -> record.identifier(part, value);
      }
    }

    void end() {
      UUID complete = id;
      if (complete != null) {
        record.build().ifPresent(features -> consumer.accept(complete, features));
      }
    }
  }
}
