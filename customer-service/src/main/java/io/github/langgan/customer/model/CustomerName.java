package io.github.langgan.customer.model;

import io.github.langgan.customer.model.naming.NameWords;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A name in full, and in parts where the parts are known. Many Indonesians have one name only, so
 * nothing is ever split: parts are what somebody stated as parts.
 */
public record CustomerName(String full, @Nullable String given, @Nullable String family) {

  private static final int LONGEST_PART = 100;
  private static final int LONGEST = 200;

  public CustomerName {
    full = Line.required("full", full, 2 * LONGEST_PART + 1);
    given = Line.optional("given", given, LONGEST_PART);
    family = Line.optional("family", family, LONGEST_PART);
  }

  /** The full name is made of the parts when it is not stated. */
  public static CustomerName of(
      @Nullable String full, @Nullable String given, @Nullable String family) {
    String stated = Line.optional("full", full, LONGEST);
    String name = stated == null ? joined(given, family) : stated;
    if (name.isEmpty()) {
      throw new InvalidValue("not-blank", "needs 'full', or 'given' and 'family'");
    }
    return new CustomerName(name, given, family);
  }

  public boolean hasParts() {
    return given != null || family != null;
  }

  /** Whether the full name says no more than the parts do. */
  public boolean isMadeOfParts() {
    return hasParts() && full.equals(joined(given, family));
  }

  /**
   * As it stands after a correction of the name before: parts that nobody touched go, when the full
   * name is another one that doesn't hold them any more.
   */
  public CustomerName corrected(CustomerName before) {
    boolean untouched =
        Objects.equals(given, before.given)
            && Objects.equals(family, before.family)
            && before.isMadeOfParts();
    return untouched
            && !full.equals(before.full)
            && !NameWords.of(full).containsAll(NameWords.of(joined(given, family)))
        ? new CustomerName(full, null, null)
        : this;
  }

  /** By which it is looked for: also those of the parts, as the full name may abbreviate them. */
  public List<String> words() {
    return NameWords.of(
        Stream.of(full, given, family).filter(Objects::nonNull).collect(Collectors.joining(" ")));
  }

  private static String joined(@Nullable String given, @Nullable String family) {
    return Stream.of(given, family)
        .filter(Objects::nonNull)
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
