package io.github.langgan.customer.model;

import io.github.langgan.chassis.json.StrictTimes;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a record or a change of it came from.
 *
 * @param form the intake form, e.g. {@code MEMBER_CARD}
 * @param receivedAt when the company got it, which may be long before we do
 * @param confidence as the source says; null when it says nothing
 */
public record Source(String form, Instant receivedAt, @Nullable Confidence confidence) {

  private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  public Source {
    InvalidValue.requirePlain("form", form);
    if (!FORM.matcher(form).matches()) {
      throw new InvalidValue(
          "form", "form", "must be 1 to 40 capital letters, digits, underscores, like MEMBER_CARD");
    }
  }

  /**
   * @param receivedAt in ISO 8601 with its offset
   */
  public static Source read(
      String form, String receivedAt, @Nullable Confidence confidence, Instant now) {
    try {
      return of(form, StrictTimes.instant(receivedAt), confidence, now);
    } catch (DateTimeException e) {
      throw new InvalidValue(
          "receivedAt",
          "date-time",
          "must be a time between the years 1900 and 2199 with its offset, like"
              + " 2026-01-31T08:00:00Z");
    }
  }

  public static Source of(
      String form, Instant receivedAt, @Nullable Confidence confidence, Instant now) {
    if (receivedAt.isAfter(now.plus(CLOCKS_DIFFER))) {
      throw new InvalidValue("receivedAt", "future", "must not be in the future");
    }
    return new Source(form, receivedAt, confidence);
  }
}
