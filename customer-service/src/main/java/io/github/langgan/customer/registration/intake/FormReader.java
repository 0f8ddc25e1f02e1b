package io.github.langgan.customer.registration.intake;

import io.github.langgan.chassis.problem.FieldError;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import io.github.langgan.customer.model.Confidence;
import io.github.langgan.customer.model.InvalidValue;
import io.github.langgan.customer.model.Source;
import io.github.langgan.customer.representation.BodyReader;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/** Turns a valid body into a form, or into a problem that says what is wrong. */
@Singleton
class FormReader {

  private final BodyReader reader;
  private final Clock clock;

  FormReader(BodyReader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  ReceivedForm read(FormBody body) {
    Instant now = clock.instant();
    FormDetails details = Objects.requireNonNull(body.details());
    String member = "/" + details.form().member();
    LocalDate latest = now.atOffset(ZoneOffset.MAX).toLocalDate();
    List<FieldError> errors =
        details.errors(latest).stream()
            .map(error -> new FieldError(member + error.pointer(), error.code(), error.message()))
            .toList();
    if (!errors.isEmpty()) {
      throw Problem.of(Problems.VALIDATION).withErrors(errors);
    }
    Source source = source(body, details.form(), now);
    FormCustomer customer = Objects.requireNonNull(body.customer());
    return reader.read(
        "/customer",
        customer,
        customer.kind(),
        source,
        (said, from) ->
            new ReceivedForm(Objects.requireNonNull(body.externalId()), from, said, details));
  }

  private static Source source(FormBody body, IntakeForm form, Instant now) {
    Instant receivedAt = Objects.requireNonNull(body.receivedAt());
    Confidence stated = body.confidence() == null ? null : new Confidence(body.confidence());
    try {
      return Source.of(form.name(), receivedAt, stated, now);
    } catch (InvalidValue invalid) {
      throw Problem.invalid("/" + invalid.field(), invalid.code(), invalid.explanation());
    }
  }
}
