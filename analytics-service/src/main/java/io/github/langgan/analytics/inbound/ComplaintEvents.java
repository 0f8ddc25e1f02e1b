package io.github.langgan.analytics.inbound;

import static java.util.Objects.requireNonNull;

import io.github.langgan.analytics.facts.CaseFact;
import io.github.langgan.analytics.facts.Owner;
import io.github.langgan.analytics.facts.RecordCases;
import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.inbox.TopicListener;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

@Singleton
class ComplaintEvents implements TopicListener {

  private static final String OPENED = "case.opened";
  private static final String RESOLVED = "case.resolved";

  private final Aliases aliases;
  private final ErasedSubjects erasedSubjects;
  private final RecordCases cases;

  ComplaintEvents(Aliases aliases, ErasedSubjects erasedSubjects, RecordCases cases) {
    this.aliases = aliases;
    this.erasedSubjects = erasedSubjects;
    this.cases = cases;
  }

  /** The fields of both that we read; each has one of the times. */
  record CaseReported(
      UUID caseId,
      UUID customerId,
      String kind,
      String category,
      @Nullable Instant openedAt,
      @Nullable Instant resolvedAt) {

    CaseReported {
      requireNonNull(caseId, "caseId");
      requireNonNull(customerId, "customerId");
    }

    CaseFact toFact(String type, Map<UUID, UUID> meanings) {
      Owner owner = Owner.of(customerId, meanings);
      return switch (type) {
        case OPENED ->
            new CaseFact(caseId, owner, kind, category, requireNonNull(openedAt, "openedAt"), null);
        case RESOLVED ->
            new CaseFact(
                caseId, owner, kind, category, null, requireNonNull(resolvedAt, "resolvedAt"));
        default -> throw new IllegalArgumentException(type);
      };
    }
  }

  @Override
  public String topic() {
    return "crm.complaint";
  }

  @Override
  public Set<String> types() {
    return Set.of(OPENED, RESOLVED);
  }

  @Override
  public void apply(List<ReceivedEvent> events) {
    List<CaseReported> reported =
        events.stream().map(event -> event.as(CaseReported.class)).toList();
    Map<UUID, UUID> meanings =
        aliases.resolve(reported.stream().map(CaseReported::customerId).toList());
    Set<UUID> erased = erasedSubjects.among(meanings.keySet());
    cases.record(
        IntStream.range(0, events.size())
            .filter(i -> !erased.contains(reported.get(i).customerId()))
            .mapToObj(i -> reported.get(i).toFact(events.get(i).type(), meanings))
            .toList());
  }
}
