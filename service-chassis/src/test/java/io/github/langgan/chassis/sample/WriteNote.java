package io.github.langgan.chassis.sample;

import io.github.langgan.chassis.json.Code;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One field of every sort that requests have. */
public record WriteNote(
    @NotBlank @Size(max = 50) @Code String code,
    @Nullable @Size(max = 1000) String text,
    @NotNull @DecimalMin("0") @Digits(integer = 12, fraction = 2) BigDecimal amount,
    @NotNull Instant writtenAt,
    @Nullable LocalDate dueOn,
    @Nullable Boolean urgent,
    int priority,
    @Nullable Colour colour,
    @Nullable @Size(max = 5) List<@Valid Line> lines) {

  public enum Colour {
    RED,
    GREEN
  }

  public record Line(@NotBlank @Size(max = 20) @Code String product, long quantity) {}
}
