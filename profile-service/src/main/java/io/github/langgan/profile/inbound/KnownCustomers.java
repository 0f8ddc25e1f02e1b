package io.github.langgan.profile.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.chassis.sql.Columns;
import jakarta.inject.Singleton;
import java.util.Collection;
import org.jdbi.v3.core.Jdbi;

/** Our view of the customers. */
@Singleton
class KnownCustomers {

  private static final String PUT =
      """
      INSERT INTO known_customer AS k (customer_id, kind, registered_at, full_name, given_name,
             family_name, birth_date, contacts, identifiers)
      SELECT customer_id, kind, registered_at::timestamptz, full_name, given_name, family_name,
             birth_date::date, contacts::jsonb, identifiers::jsonb
        FROM unnest(:ids::uuid[], :kinds::text[], :registered::text[], :fullNames::text[],
               :givenNames::text[], :familyNames::text[], :births::text[], :contacts::text[],
               :identifiers::text[])
             AS f(customer_id, kind, registered_at, full_name, given_name, family_name,
                  birth_date, contacts, identifiers)
       ORDER BY customer_id
      ON CONFLICT (customer_id) DO UPDATE
         SET kind = excluded.kind,
             registered_at = coalesce(excluded.registered_at, k.registered_at),
             full_name = excluded.full_name, given_name = excluded.given_name,
             family_name = excluded.family_name, birth_date = excluded.birth_date,
             contacts = excluded.contacts, identifiers = excluded.identifiers
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
                .execute());
  }

  private static String json(Object value) {
    return new String(EventJson.write(value), UTF_8);
  }
}
