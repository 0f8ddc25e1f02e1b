package io.github.langgan.customer.model.comparison;

import io.github.langgan.customer.model.BirthDate;
import io.github.langgan.customer.model.Contact;
import io.github.langgan.customer.model.EmailAddress;
import io.github.langgan.customer.model.Identifier;
import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.PhoneNumber;
import io.github.langgan.customer.model.PostalAddress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A record made ready to be compared, once for all its comparisons. What it may hold is bounded, so
 * that nobody makes all comparisons slow by one monstrous record.
 *
 * @param name its words
 * @param identifiers the values of each source whose values come from the customers themselves;
 *     other sources give each record a value of its own, also when two are of one person, so that
 *     theirs say nothing
 */
public record Features(
    List<String> name,
    @Nullable LocalDate birthDate,
    Set<String> phones,
    Set<String> emails,
    List<Place> places,
    Map<String, Set<String>> identifiers) {

  private static final int MOST_WORDS_OF_NAME = 8;
  private static final int MOST_WORDS_OF_STREET = 12;
  private static final int MOST_PLACES = 5;
  private static final int MOST_VALUES = 10;

  /**
   * Of one address.
   *
   * @param street the words above the locality; empty when nothing is said
   */
  public record Place(List<String> street, @Nullable String locality, @Nullable String postalCode) {

    private static Place of(PostalAddress address) {
      return new Place(
          Words.of(String.join(" ", address.lines()), MOST_WORDS_OF_STREET),
          joined(address.locality()),
          joined(address.postalCode()));
    }

    private static @Nullable String joined(@Nullable String text) {
      String words = text == null ? "" : String.join(" ", Words.of(text, MOST_WORDS_OF_STREET));
      return words.isEmpty() ? null : words;
    }
  }

  /**
   * @param shared whether an identifier's values come from the customers themselves
   */
  public static Features of(Particulars record, Predicate<Identifier> shared) {
    Set<String> phones = new TreeSet<>();
    Set<String> emails = new TreeSet<>();
    List<Place> places = new ArrayList<>();
    for (Contact contact : record.contacts()) {
      switch (contact) {
        case PhoneNumber phone -> addSome(phones, phone.lookupKey());
        case EmailAddress email -> addSome(emails, email.lookupKey());
        case PostalAddress address -> {
          if (places.size() < MOST_PLACES) {
            places.add(Place.of(address));
          }
        }
      }
    }
    Map<String, Set<String>> identifiers = new TreeMap<>();
    record.identifiers().stream()
        .filter(shared)
        .forEach(
            one ->
                addSome(
                    identifiers.computeIfAbsent(one.source(), source -> new TreeSet<>()),
                    one.value()));
    BirthDate born = record.birthDate();
    return new Features(
        Words.of(record.name().full(), MOST_WORDS_OF_NAME),
        born == null ? null : born.value(),
        phones,
        emails,
        places,
        identifiers);
  }

  private static void addSome(Set<String> values, String value) {
    if (values.size() < MOST_VALUES) {
      values.add(value);
    }
  }
}
