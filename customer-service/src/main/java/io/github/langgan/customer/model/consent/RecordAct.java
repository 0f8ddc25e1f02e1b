package io.github.langgan.customer.model.consent;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.event.Position;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.customer.contract.ConsentRecordedV1;
import io.github.langgan.customer.model.Activities;
import io.github.langgan.customer.model.Activity;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps what a customer said of being contacted, and tells the other contexts. */
@Singleton
public class RecordAct {

  private final ConsentActs acts;
  private final Purposes purposes;
  private final Activities activities;
  private final Outbox outbox;
  private final Audit audit;

  RecordAct(
      ConsentActs acts, Purposes purposes, Activities activities, Outbox outbox, Audit audit) {
    this.acts = acts;
    this.purposes = purposes;
    this.activities = activities;
    this.outbox = outbox;
    this.audit = audit;
  }

  @Transactional
  public Position record(ConsentAct act) {
    acts.add(act);
    activities.note(List.of(new Activity(act.customerId(), act.effectiveAt())));
    audit.record(
        "consent." + verb(act.kind()),
        "customer",
        act.customerId(),
        act.proof().method(),
        Map.of("act", act.id()));
    return outbox.append(event(act));
  }

  private ConsentRecordedV1 event(ConsentAct act) {
    @Nullable String code = act.purpose();
    Optional<LawfulBasis> basis =
        code == null ? Optional.empty() : purposes.find(code).map(Purpose::lawfulBasis);
    return new ConsentRecordedV1(
        act.customerId(),
        act.id(),
        act.kind().name(),
        code,
        basis.map(Enum::name).orElse(null),
        act.channels().isEmpty() ? null : act.channels().stream().map(Enum::name).toList(),
        act.effectiveAt(),
        act.expiresAt(),
        act.recordedAt());
  }

  private static String verb(ActKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
