package io.github.langgan.chassis.paging;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The sort key of the last row that a caller has seen. */
public record Cursor(List<String> values) {

  public Cursor {
    values = List.copyOf(values);
  }

  /** Of times, dates, UUIDs, numbers and texts. */
  public static Cursor of(Object... values) {
    return new Cursor(Arrays.stream(values).map(Object::toString).toList());
  }

  public String text(int place) {
    if (place >= values.size()) {
      throw Problem.of(Problems.INVALID_CURSOR);
    }
    return values.get(place);
  }

  public Instant instant(int place) {
    return as(place, Instant::parse);
  }

  public LocalDate date(int place) {
    return as(place, LocalDate::parse);
  }

  public UUID uuid(int place) {
    return as(place, UUID::fromString);
  }

  public long number(int place) {
    return as(place, Long::parseLong);
  }

  private <T> T as(int place, Function<String, T> parser) {
    try {
      return parser.apply(text(place));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw Problem.of(Problems.INVALID_CURSOR);
    }
  }
}
