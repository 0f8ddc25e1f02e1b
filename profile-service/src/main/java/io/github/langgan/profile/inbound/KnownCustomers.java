package io.github.langgan.profile.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.chassis.sql.Columns;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Our view of the customers. */
@Singleton
class KnownCustomers {

  private static final String PUT =
      """
      INSERT INTO known_customer AS k (customer_id, kind, registered_at, full_name, given_name,
             family_name, birth_date, contacts, identifiers, merged)
      SELECT customer_id, kind, registered_at::timestamptz, full_name, given_name, family_name,
             birth_date::date, contacts::jsonb, identifiers::jsonb, merged::uuid[]
        FROM unnest(:ids::uuid[], :kinds::text[], :registered::text[], :fullNames::text[],
               :givenNames::text[], :familyNames::text[], :births::text[], :contacts::text[],
               :identifiers::text[], :merged::text[])
             AS f(customer_id, kind, registered_at, full_name, given_name, family_name,
                  birth_date, contacts, identifiers, merged)
       ORDER BY customer_id
      ON CONFLICT (customer_id) DO UPDATE
         SET kind = excluded.kind,
             registered_at = coalesce(excluded.registered_at, k.registered_at),
             full_name = excluded.full_name, given_name = excluded.given_name,
             family_name = excluded.family_name, birth_date = excluded.birth_date,
             contacts = excluded.contacts, identifiers = excluded.identifiers,
             merged = excluded.merged
      """;

  private final Jdbi jdbi;

  KnownCustomers(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** At most one for each customer; replaces what was known of it. */
  void put(Collection<CustomerFacts> customers) {
    Columns<CustomerFacts> columns = Columns.of(customers);
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(PUT)
                .bind("ids", columns.uuids(CustomerFacts::customerId))
                .bind("kinds", columns.texts(CustomerFacts::kind))
                .bind("registered", columns.texts(CustomerFacts::registeredAt))
                .bind("fullNames", columns.texts(c -> c.name() == null ? null : c.name().full()))
                .bind("givenNames", columns.texts(c -> c.name() == null ? null : c.name().given()))
                .bind(
                    "familyNames", columns.texts(c -> c.name() == null ? null : c.name().family()))
                .bind("births", columns.texts(CustomerFacts::birthDate))
                .bind("contacts", columns.texts(c -> json(c.contacts())))
                .bind("identifiers", columns.texts(c -> json(c.identifiers())))
                .bind("merged", columns.texts(c -> array(c.merged())))
                .execute());
  }

  /** What the latest event of each of these says; none of those that nothing was told of. */
  Map<UUID, CustomerFacts> of(Collection<UUID> records) {
    Map<UUID, CustomerFacts> facts = new HashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT customer_id, jsonb_build_object(
                             'customerId', customer_id, 'kind', kind, 'merged', merged,
                             'person', jsonb_build_object(
                               'contacts', contacts, 'identifiers', identifiers))::text AS facts
                      FROM known_customer WHERE customer_id = ANY(:ids)
                    """)
                .bind("ids", records.toArray(UUID[]::new))
                .mapTo(Row.class)
                .forEach(
                    row ->
                        facts.put(
                            row.customerId,
                            EventJson.read(row.facts.getBytes(UTF_8), CustomerFacts.class))));
    return facts;
  }

  private record Row(UUID customerId, String facts) {}

  /** As PostgreSQL writes it. */
  private static String array(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
  }

  private static String json(Object value) {
    return new String(EventJson.write(value), UTF_8);
  }
}
