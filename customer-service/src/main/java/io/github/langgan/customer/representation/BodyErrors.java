package io.github.langgan.customer.representation;

import io.github.langgan.chassis.problem.FieldError;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.chassis.problem.Problems;
import io.github.langgan.customer.model.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gathers all that is wrong with the values of one body. */
public final class BodyErrors {

  private final List<FieldError> errors = new ArrayList<>();
  private final String place;

  public BodyErrors() {
    this("");
  }

  /**
   * @param place of the values in the body: a JSON pointer, empty for the whole
   */
  BodyErrors(String place) {
    this.place = place;
  }

  /** Empty when the value at that place means nothing. */
  public <T> Optional<T> read(String pointer, Supplier<T> value) {
    try {
      return Optional.of(value.get());
    } catch (InvalidValue invalid) {
      String field = invalid.field().isEmpty() ? "" : "/" + invalid.field();
      errors.add(new FieldError(place + pointer + field, invalid.code(), invalid.explanation()));
      return Optional.empty();
    }
  }

  /** Empty as well when there is no value. */
  public <B, T> Optional<T> readIfSaid(String pointer, @Nullable B body, Function<B, T> value) {
    return body == null ? Optional.empty() : read(pointer, () -> value.apply(body));
  }

  /** Leaves out what means nothing; null is an empty list. */
  public <B, T> List<T> readAll(String pointer, @Nullable List<B> bodies, Function<B, T> value) {
    if (bodies == null) {
      return List.of();
    }
    List<T> values = new ArrayList<>(bodies.size());
    for (int i = 0; i < bodies.size(); i++) {
      B body = bodies.get(i);
      read(pointer + "/" + i, () -> value.apply(body)).ifPresent(values::add);
    }
    return values;
  }

  public void refuse() {
    if (errors.isEmpty()) {
      return;
    }
    boolean unsafe = errors.stream().anyMatch(e -> InvalidValue.UNSAFE_TEXT.equals(e.code()));
    ProblemType type = unsafe ? Problems.UNSAFE_TEXT : Problems.VALIDATION;
    throw Problem.of(type, "The body holds values that are not acceptable").withErrors(errors);
  }
}
