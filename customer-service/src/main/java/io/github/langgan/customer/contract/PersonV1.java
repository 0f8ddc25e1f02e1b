package io.github.langgan.customer.contract;

import io.github.langgan.customer.model.Contact;
import io.github.langgan.customer.model.Identifier;
import io.github.langgan.customer.model.Note;
import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.PostalAddress;
import java.time.LocalDate;
import java.util.List;
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
   */
  public record ContactV1(String type, String value, @Nullable AddressV1 address) {

    static ContactV1 of(Contact contact) {
      return new ContactV1(
          contact.type().name(),
          contact.value(),
          contact instanceof PostalAddress postal ? AddressV1.of(postal) : null);
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

  public record IdentifierV1(String source, String value) {

    static IdentifierV1 of(Identifier identifier) {
      return new IdentifierV1(identifier.source(), identifier.value());
    }
  }

  public record NoteV1(@Nullable String label, String text) {

    static NoteV1 of(Note note) {
      return new NoteV1(note.label(), note.text());
    }
  }

  static PersonV1 of(Particulars said) {
    return new PersonV1(
        new Name(said.name().full(), said.name().given(), said.name().family()),
        said.birthDate() == null ? null : said.birthDate().value(),
        said.gender() == null ? null : said.gender().name(),
        said.occupation() == null ? null : said.occupation().value(),
        said.language() == null ? null : said.language().tag(),
        said.contacts().stream().map(ContactV1::of).toList(),
        said.identifiers().stream().map(IdentifierV1::of).toList(),
        said.notes().isEmpty() ? null : said.notes().stream().map(NoteV1::of).toList());
  }
}
