package io.github.langgan.chassis.json;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.langgan.chassis.problem.Problem;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A reader without a container, and something to read. */
final class Reading {

  static final StrictJson JSON =
      new StrictJson(
          StrictMapper.create(), Validation.buildDefaultValidatorFactory().getValidator());

  private Reading() {}

  enum Size3 {
    SMALL,
    LARGE
  }

  record Line(@NotBlank @Code String product, long quantity) {}

  record Order(
      @NotNull @Size(max = 20) String name,
      @Nullable UUID customer,
      @Nullable BigDecimal amount,
      @Nullable Double rate,
      @Nullable Integer count,
      @Nullable Boolean gift,
      @Nullable Size3 size,
      @Nullable Instant at,
      @Nullable LocalDate day,
      @Nullable List<@jakarta.validation.Valid Line> lines,
      @Nullable Map<String, Object> notes) {}

  static Order order(String json) {
    return (Order) JSON.read(json.getBytes(StandardCharsets.UTF_8), Order.class);
  }

  static Problem refusal(String json) {
    return catchThrowableOfType(Problem.class, () -> JSON.valid(order(json)));
  }
}
