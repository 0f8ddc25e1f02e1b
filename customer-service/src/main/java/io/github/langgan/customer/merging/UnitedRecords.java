package io.github.langgan.customer.merging;

import io.github.langgan.chassis.sql.Columns;
import io.github.langgan.customer.model.BirthDate;
import io.github.langgan.customer.model.Contact;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Identifier;
import io.github.langgan.customer.model.Language;
import io.github.langgan.customer.model.Note;
import io.github.langgan.customer.model.Occupation;
import io.github.langgan.customer.model.Origin;
import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.RecordedVersions;
import io.github.langgan.customer.model.Since;
import io.github.langgan.customer.model.StoredContacts;
import io.github.langgan.customer.model.StoredIdentifiers;
import io.github.langgan.customer.model.StoredNotes;
import io.github.langgan.customer.model.Trait;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The rows of records as merges and splits change them. */
@Singleton
class UnitedRecords {

  /** Its identifiers stay, but it has them no more for itself. */
  private static final String RETIRE =
      """
      WITH identifiers AS (
        UPDATE customer_identifier SET shared_by = customer_id
         WHERE customer_id = :merged AND shared_by IS NULL)
      UPDATE customer SET merged_into = :survivor WHERE id = :merged OR merged_into = :merged
      """;

  /** Those that were merged into it before come back with it. */
  private static final String RESTORE =
      """
      UPDATE customer SET merged_into = CASE WHEN id <> :merged THEN :merged::uuid END
       WHERE id = ANY(:back)
      """;

  private static final String BELOW =
      """
      WITH RECURSIVE below AS (
        SELECT :id::uuid AS id
        UNION ALL
        SELECT m.merged_id FROM below JOIN merge m ON m.survivor_id = below.id
         WHERE m.undone_at IS NULL AND NOT m.proposal
      )
      SELECT id FROM below
      """;

  private static final String CHANGE =
      """
      WITH correction AS (
        INSERT INTO customer_correction (customer_id, version, form, received_at, reporter,
                                         corrected_by, corrected_at, merge_id)
        VALUES (:id, :version, :form, :at, 'STAFF', :by, :at, :merge)),
      inherited AS (
        INSERT INTO inherited_trait (customer_id, version, trait, record, record_version)
        SELECT :id, :version, trait, record, record_version
          FROM unnest(:traits::text[], :records::uuid[], :versions::int[])
               AS new (trait, record, record_version))
      UPDATE customer
         SET version = :version, changed_at = :at, full_name = :fullName, given_name = :givenName,
             family_name = :familyName, birth_date = :birthDate, gender = :gender,
             occupation = :occupation, language = :language,
             name_since = CASE
               WHEN (full_name, given_name, family_name)
                    IS DISTINCT FROM (:fullName, :givenName, :familyName) THEN :version
               ELSE name_since END,
             birth_date_since = CASE WHEN birth_date IS DISTINCT FROM :birthDate THEN :version
                                     ELSE birth_date_since END,
             gender_since = CASE WHEN gender IS DISTINCT FROM :gender THEN :version
                                 ELSE gender_since END,
             occupation_since = CASE WHEN occupation IS DISTINCT FROM :occupation THEN :version
                                     ELSE occupation_since END,
             language_since = CASE WHEN language IS DISTINCT FROM :language THEN :version
                                   ELSE language_since END
       WHERE id = :id
      """;

  private final Jdbi jdbi;
  private final StoredContacts contacts;
  private final StoredIdentifiers identifiers;
  private final StoredNotes notes;
  private final RecordedVersions versions;

  UnitedRecords(
      Jdbi jdbi,
      StoredContacts contacts,
      StoredIdentifiers identifiers,
      StoredNotes notes,
      RecordedVersions versions) {
    this.jdbi = jdbi;
    this.contacts = contacts;
    this.identifiers = identifiers;
    this.notes = notes;
    this.versions = versions;
  }

  /**
   * A record as it is from now on.
   *
   * @param inherited where the values come from that it had not before
   */
  record Next(Customer customer, Map<Trait, Origin> inherited) {

    private CustomerId id() {
      return customer.id();
    }
  }

  void unite(Next survivor, Next merged, Cause cause) {
    CustomerId other = merged.id();
    jdbi.useHandle(
        handle -> {
          versions.keep(handle, List.of(survivor.id(), other));
          change(handle, survivor, cause);
          change(handle, merged, cause);
          handle
              .createUpdate(RETIRE)
              .bind("survivor", survivor.id().value())
              .bind("merged", other.value())
              .execute();
          List<Customer> united = List.of(survivor.customer());
          Since<Contact> reached = contacts.remove(handle, survivor.id());
          contacts.add(handle, united, reached.and(contacts.of(handle, other), from(other)));
          Since<Note> noted = notes.remove(handle, survivor.id());
          notes.add(handle, united, noted.and(notes.of(handle, other), from(other)));
          Since<Identifier> known = identifiers.remove(handle, survivor.id());
          known = known.and(identifiers.of(handle, other), from(other));
          if (!identifiers.add(handle, united, known).isEmpty()) {
            throw new IllegalStateException("somebody has an identifier of " + other);
          }
        });
  }

  /** The record and those that were merged into it and stand. */
  Set<UUID> below(UUID merged) {
    return jdbi.withHandle(
        handle -> handle.createQuery(BELOW).bind("id", merged).mapTo(UUID.class).set());
  }

  /**
   * @return the identifiers that the merged one goes without, since others have them
   */
  Set<Identifier> separate(Next survivor, Next merged, Set<UUID> back, Cause cause) {
    return jdbi.withHandle(
        handle -> {
          versions.keep(handle, List.of(survivor.id(), merged.id()));
          handle
              .createUpdate(RESTORE)
              .bind("merged", merged.id().value())
              .bind("back", back.toArray(UUID[]::new))
              .execute();
          change(handle, survivor, cause);
          change(handle, merged, cause);
          Function<Optional<UUID>, Optional<UUID>> own =
              record -> record.filter(id -> !id.equals(merged.id().value()));
          List<Customer> one = List.of(survivor.customer());
          List<Customer> other = List.of(merged.customer());
          Since<Contact> reached = contacts.remove(handle, survivor.id());
          contacts.add(handle, one, reached);
          contacts.add(handle, other, contacts.remove(handle, merged.id()).and(reached, own));
          Since<Note> noted = notes.remove(handle, survivor.id());
          notes.add(handle, one, noted);
          notes.add(handle, other, notes.remove(handle, merged.id()).and(noted, own));
          Since<Identifier> known = identifiers.remove(handle, survivor.id());
          identifiers.add(handle, one, known);
          Since<Identifier> others = identifiers.remove(handle, merged.id());
          identifiers.add(handle, other, others.and(known, own));
          return taken(handle, merged.customer());
        });
  }

  private Set<Identifier> taken(Handle handle, Customer merged) {
    return identifiers.holders(handle, merged.particulars().identifiers()).entrySet().stream()
        .filter(held -> !held.getValue().id().equals(merged.id()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static Function<Optional<UUID>, Optional<UUID>> from(CustomerId merged) {
    return record -> Optional.of(record.orElse(merged.value()));
  }

  private static void change(Handle handle, Next next, Cause cause) {
    Customer customer = next.customer();
    Particulars said = customer.particulars();
    BirthDate born = said.birthDate();
    Occupation occupation = said.occupation();
    Language language = said.language();
    Columns<Map.Entry<Trait, Origin>> inherited = Columns.of(next.inherited().entrySet());
    handle
        .createUpdate(CHANGE)
        .bind("id", customer.id().value())
        .bind("version", customer.version())
        .bind("form", cause.form())
        .bind("by", cause.by())
        .bind("merge", cause.mergeId())
        .bind("at", Merges.utc(customer.changedAt()))
        .bind("fullName", said.name().full())
        .bind("givenName", said.name().given())
        .bind("familyName", said.name().family())
        .bindByType("birthDate", born == null ? null : born.value(), LocalDate.class)
        .bind("gender", said.gender())
        .bind("occupation", occupation == null ? null : occupation.value())
        .bind("language", language == null ? null : language.tag())
        .bind("traits", inherited.texts(Map.Entry::getKey))
        .bind("records", inherited.uuids(entry -> entry.getValue().record()))
        .bind("versions", inherited.ints(entry -> entry.getValue().version()))
        .execute();
  }
}
