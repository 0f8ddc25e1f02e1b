package io.github.langgan.customer.merging;

import io.github.langgan.customer.model.BirthDate;
import io.github.langgan.customer.model.Contact;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerKind;
import io.github.langgan.customer.model.CustomerName;
import io.github.langgan.customer.model.DocumentedCustomer;
import io.github.langgan.customer.model.Gender;
import io.github.langgan.customer.model.Identifier;
import io.github.langgan.customer.model.Language;
import io.github.langgan.customer.model.Note;
import io.github.langgan.customer.model.Occupation;
import io.github.langgan.customer.model.Origin;
import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.Provenance;
import io.github.langgan.customer.model.Trait;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a record has at most one of, value by value. */
final class Traits {

  private final Map<Trait, Object> values = new EnumMap<>(Trait.class);

  void put(Trait trait, @Nullable Object value) {
    if (value != null) {
      values.put(trait, value);
    }
  }

  Particulars with(
      CustomerKind kind, List<Contact> contacts, List<Identifier> identifiers, List<Note> notes) {
    return new Particulars(
        kind,
        Objects.requireNonNull((CustomerName) values.get(Trait.NAME)),
        (BirthDate) values.get(Trait.BIRTH_DATE),
        (Gender) values.get(Trait.GENDER),
        (Occupation) values.get(Trait.OCCUPATION),
        (Language) values.get(Trait.LANGUAGE),
        contacts,
        identifiers,
        notes);
  }

  /** Where the values come from that the record takes from another, or from its own past. */
  static Map<Trait, Origin> taken(Customer now, Particulars next, DocumentedCustomer from) {
    Map<Trait, Origin> origins = new EnumMap<>(Trait.class);
    for (Trait trait : Trait.values()) {
      Object value = trait.in(next);
      if (value != null
          && !value.equals(trait.in(now.particulars()))
          && value.equals(trait.in(from.customer().particulars()))) {
        UUID record = from.customer().id().value();
        origins.put(
            trait, from.origins().of(trait).map(Provenance::origin).orElse(Origin.unknown(record)));
      }
    }
    return origins;
  }

  /** As the API calls it. */
  static String field(Trait trait) {
    return switch (trait) {
      case NAME -> "name";
      case BIRTH_DATE -> "birthDate";
      case GENDER -> "gender";
      case OCCUPATION -> "occupation";
      case LANGUAGE -> "language";
    };
  }

  static String text(Object value) {
    return switch (value) {
      case CustomerName name -> name.full();
      case BirthDate born -> born.value().toString();
      case Occupation occupation -> occupation.value();
      case Language language -> language.tag();
      default -> value.toString();
    };
  }
}
