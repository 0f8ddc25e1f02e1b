package io.github.langgan.customer.model.comparison;

import io.github.langgan.customer.model.CustomerKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record made ready to be compared, once for all its comparisons: {@link FeaturesBuilder}. */
public record Features(
    CustomerKind kind,
    List<Word> name,
    @Nullable LocalDate birthDate,
    List<String> phones,
    List<String> emails,
    List<Place> places,
    Map<String, List<String>> identifiers) {

  /**
   * Of one address.
   *
   * @param street the words above the locality; empty when nothing is said
   */
  record Place(List<Word> street, @Nullable Word locality, @Nullable Word postalCode) {}
}
