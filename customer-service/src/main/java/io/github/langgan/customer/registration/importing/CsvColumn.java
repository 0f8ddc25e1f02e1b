package io.github.langgan.customer.registration.importing;

import io.github.langgan.customer.model.Identifier;
import io.github.langgan.customer.model.InvalidValue;
import io.github.langgan.customer.model.Note;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A column of a CSV file.
 *
 * @param title as the file writes it
 * @param of whose identifier or what note it is, else empty
 */
record CsvColumn(Meaning meaning, String title, String of) {

  enum Meaning {
    KIND("kind"),
    FULL_NAME("fullName"),
    GIVEN_NAME("givenName"),
    FAMILY_NAME("familyName"),
    BIRTH_DATE("birthDate"),
    GENDER("gender"),
    OCCUPATION("occupation"),
    LANGUAGE("language"),
    FORM("form"),
    RECEIVED_AT("receivedAt"),
    CONFIDENCE("confidence"),
    EMAIL("email"),
    PHONE("phone"),
    ADDRESS_LINE("addressLine"),
    LOCALITY("locality"),
    REGION("region"),
    POSTAL_CODE("postalCode"),
    COUNTRY("country"),
    IDENTIFIER("identifier."),
    NOTE("note"),
    /** What an export says beyond what can be registered. */
    IGNORED("customerId", "partner", "registeredAt", "changedAt", "version");

    private final String[] names;

    Meaning(String... names) {
      this.names = names;
    }

    boolean mayRepeat() {
      return ordinal() >= EMAIL.ordinal();
    }

    boolean isOfAddress() {
      return ordinal() >= ADDRESS_LINE.ordinal() && ordinal() <= COUNTRY.ordinal();
    }

    String title() {
      return names[0];
    }
  }

  /**
   * Empty when no column is called so. Capitals, spaces, dashes, underscores make no difference.
   */
  static Optional<CsvColumn> named(String title) {
    int dot = title.indexOf('.');
    if (dot >= 0) {
      return withPart(plain(title.substring(0, dot)), title, title.substring(dot + 1).strip());
    }
    String said = plain(title);
    return Arrays.stream(Meaning.values())
        .filter(
            meaning -> Arrays.stream(meaning.names).map(CsvColumn::plain).anyMatch(said::equals))
        .map(meaning -> new CsvColumn(meaning, title, ""))
        .findFirst();
  }

  /** {@code identifier.acme}, {@code note.delivery}. */
  private static Optional<CsvColumn> withPart(String name, String title, String part) {
    if (name.equals("identifier") && exists(() -> new Identifier(part, "x"))) {
      return Optional.of(new CsvColumn(Meaning.IDENTIFIER, title, part));
    }
    return name.equals("note") && !part.isEmpty() && exists(() -> new Note(part, "x"))
        ? Optional.of(new CsvColumn(Meaning.NOTE, title, part))
        : Optional.empty();
  }

  private static String plain(String title) {
    return title.replaceAll("[ _-]", "").toLowerCase(Locale.ROOT);
  }

  private static boolean exists(Supplier<?> value) {
    try {
      return value.get() != null;
    } catch (InvalidValue none) {
      return false;
    }
  }
}
