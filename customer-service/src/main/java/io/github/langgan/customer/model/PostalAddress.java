package io.github.langgan.customer.model;

import io.github.langgan.customer.model.postal.AddressFormat;
import io.github.langgan.customer.model.postal.PostalCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where post finds a customer.
 *
 * @param lines street and number, building, neighbourhood: what stands above the locality
 * @param country ISO 3166-1 alpha-2
 */
public record PostalAddress(
    List<String> lines,
    @Nullable String locality,
    @Nullable String region,
    @Nullable String postalCode,
    String country)
    implements Contact {

  private static final int LONGEST = 200;
  private static final int LONGEST_CODE = 20;
  private static final int MOST_LINES = 6;
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  public PostalAddress {
    lines = linesOf(lines);
    locality = Line.optional("locality", locality, LONGEST);
    region = Line.optional("region", region, LONGEST);
    postalCode = Line.optional("postalCode", postalCode, LONGEST_CODE);
    if (!COUNTRIES.contains(country)) {
      throw new InvalidValue("country", "country", "must be a country of ISO 3166-1, like ID");
    }
    if (lines.isEmpty() && locality == null && postalCode == null) {
      throw new InvalidValue("not-empty", "needs lines, a locality or a postal code");
    }
  }

  /** In the country's order, a line each, without the country. */
  public List<String> formatted() {
    return AddressFormat.of(country, locality + String.join("", lines))
        .write(lines, locality, region, postalCode);
  }

  /** False when the postal code is none that the country could have. */
  public boolean isPostalCodeLikely() {
    return postalCode == null || PostalCodes.isLikely(country, postalCode);
  }

  /** In one line, and for all countries in the same order: what is stored is found again by it. */
  @Override
  public String value() {
    String town =
        Stream.of(locality, region, postalCode)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    return Stream.of(lines.stream(), Stream.of(town), Stream.of(country))
        .flatMap(parts -> parts)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  @Override
  public @Nullable String lookupKey() {
    return null;
  }

  @Override
  public ContactType type() {
    return ContactType.POSTAL;
  }

  private static List<String> linesOf(List<String> stated) {
    if (stated.size() > MOST_LINES) {
      throw new InvalidValue("lines", "size", "must have at most " + MOST_LINES + " lines");
    }
    List<String> lines = new ArrayList<>(stated.size());
    for (int i = 0; i < stated.size(); i++) {
      String line = Line.optional("lines/" + i, stated.get(i), LONGEST);
      if (line != null) {
        lines.add(line);
      }
    }
    return List.copyOf(lines);
  }
}
