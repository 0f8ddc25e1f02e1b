package io.github.langgan.profile.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.profile.model.CustomerReference;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Finds customers by what one has in hand. */
@Singleton
class ProfileSearch {

  private final Jdbi jdbi;

  ProfileSearch(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private record Row(UUID customerId, String kind, @Nullable String fullName, String contacts) {}

  /** In the order of their ids, those after one. */
  List<ProfileSummary> named(CustomerReference reference, UUID after, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT k.customer_id, k.kind, k.full_name, k.contacts
                      FROM (SELECT DISTINCT coalesce(a.means, r.customer_id) AS customer_id
                              FROM customer_reference r LEFT JOIN alias a ON a.id = r.customer_id
                             WHERE r.reference = :reference) r
                           JOIN known_customer k USING (customer_id)
                     WHERE k.customer_id > :after
                     ORDER BY k.customer_id LIMIT :limit
                    """)
                .bind("reference", reference.text())
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(Row.class)
                .map(ProfileSearch::summary)
                .list());
  }

  private static ProfileSummary summary(Row row) {
    var contacts = EventJson.read(row.contacts.getBytes(UTF_8), ProfileSummary.Contact[].class);
    return new ProfileSummary(row.customerId, row.kind, row.fullName, List.of(contacts));
  }
}
