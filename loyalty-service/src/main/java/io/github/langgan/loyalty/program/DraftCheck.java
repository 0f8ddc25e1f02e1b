package io.github.langgan.loyalty.program;

import static java.util.Objects.requireNonNullElse;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.model.EarnsFrom;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;

/** Makes a draft of a request, or says with pointers what is wrong in it. */
@Singleton
class DraftCheck {

  private final TermsCheck termsCheck;

  DraftCheck(TermsCheck termsCheck) {
    this.termsCheck = termsCheck;
  }

  /** Throws a {@link Problem} for values that no program can have. */
  ProgramDraft draft(CreateProgramRequest request) {
    return new ProgramDraft(
        request.name(),
        currency(request.currency()),
        zone(requireNonNullElse(request.timeZone(), "UTC")),
        requireNonNullElse(request.earnsFrom(), EarnsFrom.ALWAYS),
        request.cardPrefix(),
        termsCheck.terms(request, 1, Instant.EPOCH));
  }

  private static String currency(String code) {
    try {
      return Currency.getInstance(code).getCurrencyCode();
    } catch (IllegalArgumentException unknown) {
      throw Problem.invalid("/currency", "currency", "must be a currency of ISO 4217");
    }
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw Problem.invalid("/timeZone", "time-zone", "must be an IANA time zone");
    }
  }
}
