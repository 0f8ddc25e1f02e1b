package io.github.langgan.customer.model.comparison;

import io.github.langgan.customer.model.CustomerKind;
import io.github.langgan.customer.model.comparison.Features.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes a record ready to be compared. What it takes is bounded, so that nobody makes all
 * comparisons slow by one monstrous record; what is beyond the bounds is left out.
 */
public final class FeaturesBuilder {

  private static final int MOST_WORDS_OF_NAME = 8;
  private static final int MOST_WORDS_OF_STREET = 12;
  private static final int MOST_WORDS_OF_VALUE = 50;
  private static final int MOST_PLACES = 5;
  private static final int MOST_VALUES = 10;

  private final Vocabulary vocabulary;
  private final List<String> phones = new ArrayList<>();
  private final List<String> emails = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final Map<String, List<String>> identifiers = new TreeMap<>();
  private @Nullable CustomerKind kind;
  private List<Word> name = List.of();
  private @Nullable LocalDate birthDate;

  /**
   * @param vocabulary of all records that are compared with this one
   */
  public FeaturesBuilder(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  public FeaturesBuilder customer(CustomerKind is, String fullName, @Nullable LocalDate born) {
    kind = is;
    name = vocabulary.words(fullName, MOST_WORDS_OF_NAME);
    birthDate = born;
    return this;
  }

  /**
   * @param key equal for all writings of the number
   */
  public FeaturesBuilder phone(String key) {
    return add(phones, key);
  }

  /**
   * @param key equal for all writings of the address
   */
  public FeaturesBuilder email(String key) {
    return add(emails, key);
  }

  /**
   * @param street what stands above the locality
   */
  public FeaturesBuilder place(
      String street, @Nullable String locality, @Nullable String postalCode) {
    if (places.size() < MOST_PLACES) {
      places.add(
          new Place(
              vocabulary.words(street, MOST_WORDS_OF_STREET),
              vocabulary.joined(locality, MOST_WORDS_OF_STREET),
              vocabulary.joined(postalCode, MOST_WORDS_OF_STREET)));
    }
    return this;
  }

  /**
   * @param source whose values come from the customers themselves; others give each record a value
   *     of its own, also when two are of one person, so that theirs say nothing
   */
  public FeaturesBuilder identifier(String source, String value) {
    String plain = Words.together(value, MOST_WORDS_OF_VALUE);
    return add(
        identifiers.computeIfAbsent(source, first -> new ArrayList<>()),
        plain.isEmpty() ? value : plain);
  }

  /** Empty when there were parts of a record only. */
  public Optional<Features> build() {
    identifiers.replaceAll((source, values) -> List.copyOf(values));
    return Optional.ofNullable(kind)
        .map(
            is ->
                new Features(
                    is,
                    name,
                    birthDate,
                    List.copyOf(phones),
                    List.copyOf(emails),
                    List.copyOf(places),
                    Map.copyOf(identifiers)));
  }

  private FeaturesBuilder add(List<String> values, String value) {
    if (values.size() < MOST_VALUES && !values.contains(value)) {
      values.add(value);
    }
    return this;
  }
}
