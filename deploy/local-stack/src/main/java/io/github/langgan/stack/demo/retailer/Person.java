package io.github.langgan.stack.demo.retailer;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody as a form describes them. */
public record Person(
    Name name,
    @Nullable LocalDate birthDate,
    @Nullable String email,
    @Nullable String phone,
    @Nullable Address address) {

  /**
   * @param given null where the name has no parts, as most Javanese ones
   */
  public record Name(String full, @Nullable String given, @Nullable String family) {

    static Name undivided(String full) {
      return new Name(full, null, null);
    }

    static Name of(String given, String family) {
      return new Name(given + " " + family, given, family);
    }
  }

  public record Address(List<String> lines, String locality, String region, String postalCode) {}

  Person named(Name other) {
    return new Person(other, birthDate, email, phone, address);
  }

  Person livingAt(Address other) {
    return new Person(name, birthDate, email, phone, other);
  }

  Person callingFrom(String other) {
    return new Person(name, birthDate, email, other, address);
  }
}
