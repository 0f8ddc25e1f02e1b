package io.github.langgan.loyalty.model.contact;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.sql.Columns;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What customers said of being contacted, as far as its events have come. It stands under the
 * record that it was said for; asked is for a customer and all records that mean it.
 */
@Singleton
public class Contacts {

  private static final String RECORDS =
      """
      (SELECT c AS customer, c AS record FROM unnest(:customers::uuid[]) AS c
        UNION ALL
       SELECT means, id FROM alias WHERE means = ANY(:customers)) r
      """;

  private final Jdbi jdbi;

  Contacts(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  record Row(
      UUID customer,
      UUID id,
      UUID record,
      ConsentAct.Kind kind,
      Instant effectiveAt,
      @Nullable Instant expiresAt) {

    ConsentAct act() {
      return new ConsentAct(id, record, kind, null, List.of(), effectiveAt, expiresAt);
    }
  }

  /**
   * Which of them may be contacted at that time; denied where a consent is needed and not known.
   */
  public Set<CustomerId> contactable(
      Collection<CustomerId> customers, Purpose purpose, Instant at) {
    Map<UUID, List<ConsentAct>> said = said(customers, purpose, at);
    Set<CustomerId> contactable = new HashSet<>(customers);
    contactable.removeIf(
        one -> !ContactRules.permit(purpose, said.getOrDefault(one.value(), List.of()), at));
    contactable.removeAll(hindered(contactable));
    return contactable;
  }

  private Map<UUID, List<ConsentAct>> said(
      Collection<CustomerId> customers, Purpose purpose, Instant at) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT r.customer, a.id, a.customer_id AS record, a.kind, a.effective_at,
                           a.expires_at
                      FROM %s JOIN consent_act a ON a.customer_id = r.record
                     WHERE (a.purpose IS NULL OR a.purpose = :purpose)
                       AND (a.channels IS NULL OR :channel = ANY(a.channels))
                       AND a.effective_at <= :at
                    """
                        .formatted(RECORDS))
                .bind("customers", ids(customers))
                .bind("purpose", purpose.code())
                .bind("channel", purpose.channel().name())
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .mapTo(Row.class)
                .collect(
                    Collectors.groupingBy(
                        Row::customer, Collectors.mapping(Row::act, Collectors.toList()))));
  }

  private Set<CustomerId> hindered(Collection<CustomerId> customers) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT DISTINCT r.customer
                      FROM %s JOIN contact_hindrance h ON h.customer_id = r.record
                     WHERE h.lifted_at IS NULL
                    """
                        .formatted(RECORDS))
                .bind("customers", ids(customers))
                .mapTo(UUID.class)
                .map(CustomerId::new)
                .collect(Collectors.toSet()));
  }

  /** What is known already stays as it is. */
  public void know(List<ConsentAct> acts) {
    if (acts.isEmpty()) {
      return;
    }
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO consent_act (id, customer_id, kind, purpose, channels, effective_at,
                                             expires_at)
                    SELECT id, customer, kind, purpose, string_to_array(nullif(channels, ''), ','),
                           effective, expires
                      FROM unnest(:ids::uuid[], :customers::uuid[], :kinds::text[],
                                  :purposes::text[], :channels::text[], :effective::timestamptz[],
                                  :expiries::timestamptz[])
                             AS a(id, customer, kind, purpose, channels, effective, expires)
                    ON CONFLICT (id) DO NOTHING
                    """)
                .bindMap(
                    new Columns<>(acts)
                        .uuids("ids", ConsentAct::id)
                        .uuids("customers", ConsentAct::customer)
                        .texts("kinds", act -> act.kind().name())
                        .texts("purposes", ConsentAct::purpose)
                        .texts("channels", act -> String.join(",", act.channels()))
                        .times("effective", ConsentAct::effectiveAt)
                        .times("expiries", ConsentAct::expiresAt)
                        .arrays())
                .execute());
  }

  /** A lifted one stays lifted, in whichever order we hear of both. */
  public void hinder(List<Hindrance> hindrances) {
    if (hindrances.isEmpty()) {
      return;
    }
    Map<UUID, Hindrance> last = new HashMap<>();
    hindrances.forEach(one -> last.merge(one.id(), one, (a, b) -> b.liftedAt() == null ? a : b));
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO contact_hindrance AS h (id, customer_id, kind, lifted_at)
                    SELECT * FROM unnest(:ids::uuid[], :customers::uuid[], :kinds::text[],
                                         :lifted::timestamptz[])
                    ON CONFLICT (id) DO UPDATE
                       SET lifted_at = coalesce(h.lifted_at, excluded.lifted_at)
                    """)
                .bindMap(
                    new Columns<>(List.copyOf(last.values()))
                        .uuids("ids", Hindrance::id)
                        .uuids("customers", Hindrance::customer)
                        .texts("kinds", one -> one.kind().name())
                        .times("lifted", Hindrance::liftedAt)
                        .arrays())
                .execute());
  }

  private static UUID[] ids(Collection<CustomerId> customers) {
    return customers.stream().map(CustomerId::value).toArray(UUID[]::new);
  }
}
