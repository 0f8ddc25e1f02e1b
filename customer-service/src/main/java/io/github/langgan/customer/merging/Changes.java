package io.github.langgan.customer.merging;

import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Visibility;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Merges and splits in their order. */
@Singleton
class Changes {

  private static final String AFTER =
      """
      SELECT position, kind, merge_id, survivor_id AS survivor, merged_id AS merged, at
        FROM customer_change
       WHERE position > :after AND %s ORDER BY position LIMIT :limit
      """;

  private final Jdbi jdbi;

  Changes(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  List<ChangeView> after(long position, Visibility visibility, int limit) {
    return jdbi.withHandle(
        handle -> {
          var query =
              handle
                  .createQuery(AFTER.formatted(condition(visibility)))
                  .bind("after", position)
                  .bind("limit", limit);
          switch (visibility) {
            case Visibility.Everyone() -> {}
            case Visibility.RegisteredBy(String partner) -> query.bind("partner", partner);
            case Visibility.Oneself(CustomerId self) -> query.bind("self", self.value());
          }
          return query.mapTo(ChangeView.class).list();
        });
  }

  private static String condition(Visibility visibility) {
    return switch (visibility) {
      case Visibility.Everyone() -> "true";
      case Visibility.RegisteredBy(String partner) ->
          "EXISTS (SELECT FROM customer c WHERE c.id = merged_id AND c.partner = :partner)";
      case Visibility.Oneself(CustomerId self) -> "merged_id = :self";
    };
  }
}
