package io.github.langgan.customer.directory;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.customer.model.Criterion;
import io.github.langgan.customer.model.EmailAddress;
import io.github.langgan.customer.model.Identifier;
import io.github.langgan.customer.model.InvalidValue;
import io.github.langgan.customer.representation.BodyReader;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Turns query parameters into what is looked for. */
@Singleton
public class CriterionReader {

  private final BodyReader reader;
  private final FilterReader filters;

  CriterionReader(BodyReader reader, FilterReader filters) {
    this.reader = reader;
    this.filters = filters;
  }

  /** What is listed. */
  public Criterion read(CustomerQuery query) {
    return read(query, false);
  }

  /**
   * @param byName whether somebody is searched by its name as well
   */
  Criterion read(CustomerQuery query, boolean byName) {
    List<Criterion> criteria = new ArrayList<>();
    String email = query.email;
    if (email != null) {
      criteria.add(new Criterion.ReachedBy(value("email", () -> new EmailAddress(email))));
    }
    String phone = query.phone;
    if (phone != null) {
      criteria.add(new Criterion.ReachedBy(value("phone", () -> reader.phone(phone))));
    }
    if (query.identifierSource != null || query.identifierValue != null) {
      criteria.add(new Criterion.KnownAs(identifier(query)));
    }
    if (criteria.size() > 1) {
      throw Problem.invalidParameter(
          email == null ? "phone" : "email", "can't be combined with another search");
    }
    criteria.addAll(filters.read(query, byName || !criteria.isEmpty()));
    return switch (criteria.size()) {
      case 0 -> new Criterion.Any();
      case 1 -> criteria.getFirst();
      default -> new Criterion.All(List.copyOf(criteria));
    };
  }

  private static Identifier identifier(CustomerQuery query) {
    String source = query.identifierSource;
    String value = query.identifierValue;
    if (source == null || value == null) {
      throw Problem.invalidParameter(
          source == null ? "identifierSource" : "identifierValue",
          "must be given with the other half of the identifier");
    }
    return value("identifierValue", () -> new Identifier(source, value));
  }

  private static <T> T value(String parameter, Supplier<T> value) {
    try {
      return value.get();
    } catch (InvalidValue invalid) {
      throw Problem.invalidParameter(
          "source".equals(invalid.field()) ? "identifierSource" : parameter, invalid.explanation());
    }
  }
}
