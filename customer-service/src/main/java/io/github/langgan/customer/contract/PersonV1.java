package io.github.langgan.customer.contract;

import io.github.langgan.customer.model.Contact;
import io.github.langgan.customer.model.Identifier;
import io.github.langgan.customer.model.MergedParts;
import io.github.langgan.customer.model.Note;
import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.PostalAddress;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All personal data of an event together, so that it can be encrypted or dropped as a whole.
 *
 * @param language BCP 47
 * @param notes null when there are none
 */
public record PersonV1(
    Name name,
    @Nullable LocalDate birthDate,
    @Nullable String gender,
    @Nullable String occupation,
    @Nullable String language,
    List<ContactV1> contacts,
    List<IdentifierV1> identifiers,
    @Nullable List<NoteV1> notes) {

  public record Name(String full, @Nullable String given, @Nullable String family) {}

  /**
   * @param value e-mail address, telephone number in E.164, or the postal address in one line
   * @param address for {@code POSTAL} only
   * @param cameFor the merged record that it came for; null for the customer's own
   */
  public record ContactV1(
      String type, String value, @Nullable AddressV1 address, @Nullable UUID cameFor) {

    static ContactV1 of(Contact contact, @Nullable UUID cameFor) {
      return new ContactV1(
          contact.type().name(),
          contact.value(),
          contact instanceof PostalAddress postal ? AddressV1.of(postal) : null,
          cameFor);
    }
  }

  public record AddressV1(
      List<String> lines,
      @Nullable String locality,
      @Nullable String region,
      @Nullable String postalCode,
      String country) {

    static AddressV1 of(PostalAddress postal) {
      return new AddressV1(
          postal.lines(),
          postal.locality(),
          postal.region(),
          postal.postalCode(),
          postal.country());
    }
  }

  /**
   * @param cameFor the merged record that it came for; null for the customer's own
   */
  public record IdentifierV1(String source, String value, @Nullable UUID cameFor) {

    static IdentifierV1 of(Identifier identifier, @Nullable UUID cameFor) {
      return new IdentifierV1(identifier.source(), identifier.value(), cameFor);
    }
  }

  public record NoteV1(@Nullable String label, String text) {

    static NoteV1 of(Note note) {
      return new NoteV1(note.label(), note.text());
    }
  }

  static PersonV1 of(Particulars said) {
    return of(said, MergedParts.none());
  }

  static PersonV1 of(Particulars said, MergedParts merged) {
    return new PersonV1(
        new Name(said.name().full(), said.name().given(), said.name().family()),
        said.birthDate() == null ? null : said.birthDate().value(),
        said.gender() == null ? null : said.gender().name(),
        said.occupation() == null ? null : said.occupation().value(),
        said.language() == null ? null : said.language().tag(),
        said.contacts().stream()
            .map(contact -> ContactV1.of(contact, merged.contacts().get(contact)))
            .toList(),
        said.identifiers().stream()
            .map(known -> IdentifierV1.of(known, merged.identifiers().get(known)))
            .toList(),
        said.notes().isEmpty() ? null : said.notes().stream().map(NoteV1::of).toList());
  }
}
