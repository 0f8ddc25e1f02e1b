package io.github.langgan.customer.registration;

import io.github.langgan.chassis.sql.Columns;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Holder;
import io.github.langgan.customer.model.ReplayKey;
import io.github.langgan.customer.model.Since;
import io.github.langgan.customer.model.StoredContacts;
import io.github.langgan.customer.model.StoredIdentifiers;
import io.github.langgan.customer.model.StoredNotes;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Stores customers, a few statements for any number of them. What somebody else may be storing at
 * the same moment (replay keys, then identifiers) is stored in one order by all, so that two
 * batches wait for each other in one direction only.
 */
@Singleton
class NewCustomers {

  private static final String ADD =
      """
      INSERT INTO customer (id, kind, full_name, given_name, family_name, birth_date, gender,
                            occupation, language, version, form, received_at, confidence, partner,
                            registered_by, registered_at, changed_at, replay_key)
      SELECT id, kind, full_name, given_name, family_name, birth_date, gender, occupation,
             language, version, form, received_at, confidence, partner, registered_by,
             registered_at, registered_at, replay_key
        FROM unnest(:ids::uuid[], :kinds::text[], :fullNames::text[], :givenNames::text[],
                    :familyNames::text[], :birthDates::text[]::date[], :genders::text[],
                    :occupations::text[], :languages::text[], :versions::int[], :forms::text[],
                    :receivedAts::text[]::timestamptz[], :confidences::text[]::numeric[],
                    :partners::text[],
                    :registeredBy::text[], :registeredAts::text[]::timestamptz[],
                    :replayKeys::uuid[])
             AS new (id, kind, full_name, given_name, family_name, birth_date, gender, occupation,
                     language, version, form, received_at, confidence, partner, registered_by,
                     registered_at, replay_key)
       ORDER BY replay_key, id
      ON CONFLICT (replay_key) DO NOTHING
      RETURNING id
      """;

  private static final String BY_REPLAY_KEY =
      """
      SELECT now.id, now.version, said.partner, said.replay_key
        FROM customer said JOIN customer now ON now.id = coalesce(said.merged_into, said.id)
       WHERE said.replay_key = ANY(:keys::uuid[])
      """;

  private final Jdbi jdbi;
  private final StoredContacts contacts;
  private final StoredIdentifiers identifiers;
  private final StoredNotes notes;

  NewCustomers(
      Jdbi jdbi, StoredContacts contacts, StoredIdentifiers identifiers, StoredNotes notes) {
    this.jdbi = jdbi;
    this.contacts = contacts;
    this.identifiers = identifiers;
    this.notes = notes;
  }

  /**
   * Adds those that were not registered before and whose identifiers are all free, and tells which;
   * of the others nothing is left. Their other parts are still to be {@linkplain #addParts added}.
   */
  Set<CustomerId> add(List<Candidate> candidates) {
    return jdbi.withHandle(
        handle -> {
          Set<CustomerId> added = addRecords(handle, candidates);
          List<Customer> customers =
              candidates.stream()
                  .map(Candidate::customer)
                  .filter(customer -> added.contains(customer.id()))
                  .toList();
          Set<CustomerId> refused = identifiers.add(handle, customers, Since.now());
          if (!refused.isEmpty()) {
            remove(handle, refused);
            added.removeAll(refused);
          }
          return added;
        });
  }

  /** What nobody else may have to wait for. */
  void addParts(List<Customer> added) {
    jdbi.useHandle(
        handle -> {
          contacts.add(handle, added, Since.now());
          notes.add(handle, added, Since.now());
        });
  }

  /** Who stands in the way of those that were not added. */
  Obstacles obstacles(List<Candidate> candidates) {
    return jdbi.withHandle(
        handle ->
            new Obstacles(
                registered(handle, candidates),
                identifiers.holders(
                    handle,
                    candidates.stream()
                        .flatMap(candidate -> candidate.said().identifiers().stream())
                        .toList())));
  }

  private static Map<ReplayKey, Holder> registered(Handle handle, List<Candidate> candidates) {
    Map<ReplayKey, Holder> registered = new HashMap<>();
    handle
        .createQuery(BY_REPLAY_KEY)
        .bind("keys", Columns.of(candidates).uuids(Candidate::replayKeyValue))
        .map(
            (row, context) ->
                registered.put(
                    new ReplayKey(row.getObject("replay_key", UUID.class)),
                    new Holder(
                        new CustomerId(row.getObject("id", UUID.class)),
                        row.getInt("version"),
                        row.getString("partner"))))
        .list();
    return registered;
  }

  private static Set<CustomerId> addRecords(Handle handle, List<Candidate> candidates) {
    Columns<Candidate> columns = Columns.of(candidates);
    return handle
        .createQuery(ADD)
        .bind("ids", columns.uuids(candidate -> candidate.customer().id().value()))
        .bind("kinds", columns.texts(candidate -> candidate.said().kind()))
        .bind("fullNames", columns.texts(candidate -> candidate.said().name().full()))
        .bind("givenNames", columns.texts(candidate -> candidate.said().name().given()))
        .bind("familyNames", columns.texts(candidate -> candidate.said().name().family()))
        .bind("birthDates", columns.texts(Candidate::birthDate))
        .bind("genders", columns.texts(candidate -> candidate.said().gender()))
        .bind("occupations", columns.texts(Candidate::occupation))
        .bind("languages", columns.texts(Candidate::language))
        .bind("versions", columns.ints(candidate -> candidate.customer().version()))
        .bind("forms", columns.texts(candidate -> candidate.customer().source().form()))
        .bind("receivedAts", columns.texts(candidate -> candidate.customer().source().receivedAt()))
        .bind("confidences", columns.texts(Candidate::confidence))
        .bind("partners", columns.texts(candidate -> candidate.by().partner()))
        .bind("registeredBy", columns.texts(candidate -> candidate.by().who()))
        .bind("registeredAts", columns.texts(candidate -> candidate.customer().registeredAt()))
        .bind("replayKeys", columns.uuids(Candidate::replayKeyValue))
        .mapTo(UUID.class)
        .stream()
        .map(CustomerId::new)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static void remove(Handle handle, Set<CustomerId> customers) {
    handle
        .createUpdate("DELETE FROM customer WHERE id = ANY(:ids)")
        .bind("ids", Columns.of(customers).uuids(CustomerId::value))
        .execute();
  }
}
