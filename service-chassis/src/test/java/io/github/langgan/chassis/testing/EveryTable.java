package io.github.langgan.chassis.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Looks into every row of every table, the chassis' and tomorrow's as well. */
public final class EveryTable {

  private static final String TABLES =
      """
      SELECT quote_ident(c.relname) FROM pg_class c
       WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace ORDER BY 1
      """;

  private EveryTable() {}

  /** The tables that hold a text in any column, in any case, also as bytes. */
  public static List<String> thatHolds(String text, Jdbi jdbi) {
    String bytes = HexFormat.of().formatHex(text.getBytes(UTF_8));
    return jdbi.withHandle(
        handle ->
            handle.createQuery(TABLES).mapTo(String.class).list().stream()
                .filter(
                    table ->
                        handle
                            .createQuery(
                                "SELECT EXISTS (SELECT FROM "
                                    + table
                                    + " AS r WHERE r::text ILIKE ANY (ARRAY[:text, :bytes]))")
                            .bind("text", "%" + text + "%")
                            .bind("bytes", "%" + bytes + "%")
                            .mapTo(Boolean.class)
                            .one())
                .toList());
  }
}
