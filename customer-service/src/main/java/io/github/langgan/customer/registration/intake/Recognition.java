package io.github.langgan.customer.registration.intake;

import io.github.langgan.chassis.sql.Columns;
import io.github.langgan.customer.model.Identifier;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Who a form is of: whoever has one of its identifiers for itself. Numbers that come from the
 * customers themselves, e-mail addresses and telephones are proof of nobody; matching proposes
 * those.
 */
@Singleton
class Recognition {

  /** Of several the one that the form names first. */
  private static final String HOLDER =
      """
      SELECT i.source, i.value, coalesce(i.came_for, i.customer_id) AS record
        FROM unnest(:sources::text[], :values::text[]) WITH ORDINALITY AS named (source, value, n)
        JOIN customer_identifier i
          ON i.source = named.source AND i.value = named.value AND i.shared_by IS NULL
       ORDER BY named.n LIMIT 1
      """;

  private final Jdbi jdbi;

  Recognition(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * @param record that has the identifier, which may be merged into another
   */
  record Known(Identifier by, UUID record) {}

  private record Row(String source, String value, UUID record) {}

  Optional<Known> recognise(List<Identifier> named) {
    Columns<Identifier> columns = Columns.of(named);
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(HOLDER)
                .bind("sources", columns.texts(Identifier::source))
                .bind("values", columns.texts(Identifier::value))
                .mapTo(Row.class)
                .findOne()
                .map(row -> new Known(new Identifier(row.source(), row.value()), row.record())));
  }
}
