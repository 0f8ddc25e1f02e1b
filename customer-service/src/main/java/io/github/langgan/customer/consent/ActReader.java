package io.github.langgan.customer.consent;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.problem.FieldError;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import io.github.langgan.customer.model.consent.ActKind;
import io.github.langgan.customer.model.consent.ActReporter;
import io.github.langgan.customer.model.consent.ConsentAct;
import io.github.langgan.customer.model.consent.ConsentAct.Proof;
import io.github.langgan.customer.model.consent.ConsentAct.ShownText;
import io.github.langgan.customer.model.consent.ContactChannel;
import io.github.langgan.customer.model.consent.LawfulBasis;
import io.github.langgan.customer.model.consent.Purpose;
import io.github.langgan.customer.model.consent.Purposes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns a body into what the customer said, or into one problem that names all that is wrong. */
@Singleton
class ActReader {

  private static final Proof ACCOUNT = new Proof("ACCOUNT", null);

  private final Purposes purposes;
  private final Clock clock;

  ActReader(Purposes purposes, Clock clock) {
    this.purposes = purposes;
    this.clock = clock;
  }

  ConsentAct read(ActBody body, UUID customerId, ActReporter reporter) {
    List<FieldError> errors = new ArrayList<>();
    ActKind kind = Objects.requireNonNull(body.kind());
    @Nullable Purpose purpose = purpose(body, errors);
    List<ContactChannel> channels =
        body.channels() == null ? List.of() : body.channels().stream().distinct().sorted().toList();
    if (kind == ActKind.GRANTED && channels.isEmpty()) {
      errors.add(new FieldError("/channels", "required", "a grant names its channels"));
    }
    @Nullable ShownText text = text(body, purpose, errors);
    @Nullable Proof proof = proof(body, reporter);
    if (proof == null) {
      errors.add(new FieldError("/proof", "required", "must say by what it can be shown"));
    }
    if (!errors.isEmpty()) {
      throw Problem.of(Problems.VALIDATION).withErrors(errors);
    }
    Instant now = clock.instant();
    Instant effectiveAt = body.effectiveAt() == null ? now : body.effectiveAt();
    return new ConsentAct(
        UuidV7.next(),
        customerId,
        kind,
        body.purpose(),
        channels,
        text,
        effectiveAt,
        kind == ActKind.GRANTED && purpose != null ? purpose.endOfConsent(effectiveAt) : null,
        now,
        Objects.requireNonNull(proof),
        body.reason(),
        reporter);
  }

  private @Nullable Purpose purpose(ActBody body, List<FieldError> errors) {
    String code = body.purpose();
    boolean grant = body.kind() == ActKind.GRANTED;
    if (code == null) {
      if (grant) {
        errors.add(new FieldError("/purpose", "required", "a grant is for one purpose"));
      }
      return null;
    }
    @Nullable Purpose purpose = purposes.find(code).orElse(null);
    if (purpose == null) {
      errors.add(new FieldError("/purpose", "unknown", "is no purpose"));
    } else if (grant && purpose.lawfulBasis() != LawfulBasis.CONSENT) {
      errors.add(new FieldError("/purpose", "no-consent", "needs no consent, so none is granted"));
    } else if (grant && purpose.isRetiredAt(clock.instant())) {
      errors.add(new FieldError("/purpose", "retired", "is retired"));
    }
    return purpose;
  }

  private @Nullable ShownText text(
      ActBody body, @Nullable Purpose purpose, List<FieldError> errors) {
    if (body.text() == null) {
      if (body.kind() == ActKind.GRANTED) {
        errors.add(
            new FieldError("/text", "required", "a grant says which words the customer was shown"));
      }
      return null;
    }
    ShownText text =
        new ShownText(
            Objects.requireNonNull(body.text().version()),
            Objects.requireNonNull(body.text().language()));
    boolean known =
        purpose != null
            && purposes.texts(List.of(purpose.code())).stream()
                .anyMatch(
                    one ->
                        one.version() == text.version() && one.language().equals(text.language()));
    if (!known) {
      errors.add(new FieldError("/text", "unknown", "is no text of the purpose"));
    }
    return text;
  }

  private static @Nullable Proof proof(ActBody body, ActReporter reporter) {
    if (body.proof() != null) {
      return new Proof(Objects.requireNonNull(body.proof().method()), body.proof().reference());
    }
    return reporter.kind() == ActReporter.Kind.CUSTOMER ? ACCOUNT : null;
  }
}
