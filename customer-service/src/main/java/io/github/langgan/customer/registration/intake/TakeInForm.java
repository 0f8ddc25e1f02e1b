package io.github.langgan.customer.registration.intake;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.customer.contract.IntakeReceivedV1;
import io.github.langgan.customer.model.Activities;
import io.github.langgan.customer.model.Activity;
import io.github.langgan.customer.model.Registrant;
import io.github.langgan.customer.model.Visibility;
import io.github.langgan.customer.registration.intake.IntakeResult.OtherContent;
import io.github.langgan.customer.registration.intake.IntakeResult.SentBefore;
import io.github.langgan.customer.registration.intake.IntakeResult.TakenIn;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a form in, once however often it is sent. */
@Singleton
class TakeInForm {

  private final Intakes intakes;
  private final KeepOnRecord record;
  private final Activities activities;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;
  private final TransactionSynchronizationRegistry transaction;

  TakeInForm(
      Intakes intakes,
      KeepOnRecord record,
      Activities activities,
      Outbox outbox,
      Audit audit,
      Clock clock,
      TransactionSynchronizationRegistry transaction) {
    this.intakes = intakes;
    this.record = record;
    this.activities = activities;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
  }

  @Transactional
  IntakeResult takeIn(ReceivedForm form, Registrant by, Visibility visibility) {
    Intake claim = claim(form, by);
    Optional<Intakes.Before> before = intakes.claim(claim, form.fingerprint());
    if (before.isPresent()) {
      Intake first = before.get().intake();
      return before.get().same() ? new SentBefore(first) : new OtherContent(first.id());
    }
    return switch (record.keep(form, by, visibility)) {
      case KeepOnRecord.Kept.On(UUID id, Outcome outcome, List<String> supplemented) ->
          publish(claim.kept(id, outcome, supplemented));
      case KeepOnRecord.Kept.Refused(IntakeResult why) -> {
        transaction.setRollbackOnly();
        yield why;
      }
    };
  }

  /** Of nobody yet: the id is no customer's, so that it can't be committed. */
  private Intake claim(ReceivedForm form, Registrant by) {
    UUID id = UuidV7.next();
    return new Intake(
        id,
        id,
        form.externalId(),
        form.source(),
        FormCustomer.of(form.said()),
        form.details(),
        Outcome.UNCHANGED,
        List.of(),
        by,
        clock.instant());
  }

  private TakenIn publish(Intake intake) {
    intakes.settle(intake);
    activities.note(List.of(new Activity(intake.customerId(), intake.source().receivedAt())));
    audit.record(
        "intake.received",
        "intake",
        intake.id(),
        intake.source().form(),
        Map.of("customer", intake.customerId(), "outcome", intake.outcome().name()));
    return new TakenIn(intake, outbox.append(event(intake)));
  }

  private static IntakeReceivedV1 event(Intake intake) {
    @Nullable Product product = intake.details().product();
    return new IntakeReceivedV1(
        intake.customerId(),
        intake.id(),
        intake.form().name(),
        intake.outcome().name(),
        intake.by().partner(),
        product == null
            ? null
            : new IntakeReceivedV1.Product(Objects.requireNonNull(product.code()), product.name()),
        intake.source().receivedAt(),
        intake.recordedAt());
  }
}
