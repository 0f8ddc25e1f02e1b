package io.github.langgan.customer.correction;

import io.github.langgan.customer.model.BirthDate;
import io.github.langgan.customer.model.Confidence;
import io.github.langgan.customer.model.Contact;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Identifier;
import io.github.langgan.customer.model.Language;
import io.github.langgan.customer.model.Occupation;
import io.github.langgan.customer.model.Origin;
import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.RecordedVersions;
import io.github.langgan.customer.model.Reporter;
import io.github.langgan.customer.model.Since;
import io.github.langgan.customer.model.Source;
import io.github.langgan.customer.model.StoredContacts;
import io.github.langgan.customer.model.StoredIdentifiers;
import io.github.langgan.customer.model.StoredNotes;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Stores customers as they are after a correction. */
@Singleton
class CorrectedCustomers {

  private static final String CORRECT =
      """
      WITH correction AS (
        INSERT INTO customer_correction (customer_id, version, form, received_at, confidence,
                                         reporter, partner, corrected_by, corrected_at, came_for,
                                         happened_on)
        VALUES (:id, :version, :form, :receivedAt, :confidence, :reporter, :partner, :correctedBy,
                :at, :cameFor, :happenedOn))
      UPDATE customer
         SET version = :version, changed_at = :at,
             full_name = :fullName, given_name = :givenName, family_name = :familyName,
             name_since = CASE
               WHEN (full_name, given_name, family_name)
                    IS DISTINCT FROM (:fullName, :givenName, :familyName) OR :anew THEN :version
               ELSE name_since END,
             birth_date = :birthDate,
             birth_date_since = CASE
               WHEN birth_date IS DISTINCT FROM :birthDate OR :anew THEN :version
               ELSE birth_date_since END,
             gender = :gender,
             gender_since = CASE
               WHEN gender IS DISTINCT FROM :gender OR :anew THEN :version ELSE gender_since END,
             occupation = :occupation,
             occupation_since = CASE
               WHEN occupation IS DISTINCT FROM :occupation OR :anew THEN :version
               ELSE occupation_since END,
             language = :language,
             language_since = CASE
               WHEN language IS DISTINCT FROM :language OR :anew THEN :version
               ELSE language_since END
       WHERE id = :id
      """;

  private static final int MOST_TRIES = 10;

  private final Jdbi jdbi;
  private final StoredContacts contacts;
  private final StoredIdentifiers identifiers;
  private final StoredNotes notes;
  private final RecordedVersions versions;

  CorrectedCustomers(
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
   * When an identifier is taken, which is the answer then, nothing of it may be committed.
   *
   * @param cameFor the merged record that the correction named
   */
  Optional<Taken> store(
      Customer customer, Correction correction, Reporter by, @Nullable CustomerId cameFor) {
    return jdbi.withHandle(
        handle -> {
          versions.keep(handle, List.of(customer.id()));
          correct(handle, customer, correction, by, cameFor);
          Since<Contact> reached = contacts.remove(handle, customer.id()).newCameFor(cameFor);
          contacts.add(
              handle,
              List.of(customer),
              correction.saidAnew() ? reached.saidAnew(Origin.of(customer)) : reached);
          notes.add(
              handle, List.of(customer), notes.remove(handle, customer.id()).newCameFor(cameFor));
          return identify(handle, customer, cameFor);
        });
  }

  /** Whoever stands in the way may have lost the identifier before we see who it is. */
  private Optional<Taken> identify(Handle handle, Customer customer, @Nullable CustomerId cameFor) {
    Since<Identifier> known = identifiers.remove(handle, customer.id()).newCameFor(cameFor);
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      if (identifiers.add(handle, List.of(customer), known).isEmpty()) {
        return Optional.empty();
      }
      Optional<Taken> taken = taken(handle, customer);
      if (taken.isPresent()) {
        return taken;
      }
      identifiers.remove(handle, customer.id());
    }
    throw new IllegalStateException("nobody has the identifier that is taken");
  }

  private Optional<Taken> taken(Handle handle, Customer customer) {
    return identifiers.holders(handle, customer.particulars().identifiers()).entrySet().stream()
        .filter(held -> !held.getValue().id().equals(customer.id()))
        .map(held -> new Taken(held.getKey(), held.getValue()))
        .findFirst();
  }

  private static void correct(
      Handle handle,
      Customer customer,
      Correction correction,
      Reporter reporter,
      @Nullable CustomerId cameFor) {
    Source source = correction.source();
    Particulars said = customer.particulars();
    BirthDate born = said.birthDate();
    Occupation occupation = said.occupation();
    Language language = said.language();
    Confidence confidence = source.confidence();
    handle
        .createUpdate(CORRECT)
        .bind("id", customer.id().value())
        .bind("version", customer.version())
        .bind("fullName", said.name().full())
        .bind("givenName", said.name().given())
        .bind("familyName", said.name().family())
        .bindByType("birthDate", born == null ? null : born.value(), LocalDate.class)
        .bind("gender", said.gender())
        .bind("occupation", occupation == null ? null : occupation.value())
        .bind("language", language == null ? null : language.tag())
        .bind("form", source.form())
        .bind("receivedAt", source.receivedAt().atOffset(ZoneOffset.UTC))
        .bind("confidence", confidence == null ? null : confidence.value())
        .bind("reporter", reporter.kind())
        .bind("partner", reporter.partner())
        .bind("correctedBy", reporter.who())
        .bind("at", customer.changedAt().atOffset(ZoneOffset.UTC))
        .bind("anew", correction.saidAnew())
        .bind("cameFor", cameFor == null ? null : cameFor.value())
        .bindByType("happenedOn", correction.happenedOn(), LocalDate.class)
        .execute();
  }
}
