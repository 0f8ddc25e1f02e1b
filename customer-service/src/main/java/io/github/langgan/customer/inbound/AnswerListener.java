package io.github.langgan.customer.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.inbox.TopicListener;
import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.customer.merging.Answer;
import io.github.langgan.customer.merging.MergeAnswers;
import io.github.langgan.customer.privacy.PackagePart;
import io.github.langgan.customer.privacy.PackageParts;
import io.github.langgan.customer.privacy.Receipt;
import io.github.langgan.customer.privacy.Receipts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a service's answers to merges, splits, proposals and privacy requests. */
final class AnswerListener implements TopicListener {

  private static final String UNDONE = "merge.undone";
  private static final String ERASED = "erasure.receipted";
  private static final String PREPARED = "access.prepared";

  private final String service;
  private final MergeAnswers answers;
  private final Receipts receipts;
  private final PackageParts packageParts;

  AnswerListener(
      String service, MergeAnswers answers, Receipts receipts, PackageParts packageParts) {
    this.service = service;
    this.answers = answers;
    this.receipts = receipts;
    this.packageParts = packageParts;
  }

  /** The fields of all three that we read; each has one of the ids. */
  record MergeAnswered(
      @Nullable UUID mergeId,
      @Nullable UUID proposalId,
      JsonNode effects,
      @Nullable JsonNode conflicts) {

    MergeAnswered {
      requireNonNull(effects, "effects");
    }

    Answer toAnswer(ReceivedEvent event) {
      return new Answer(
          requireNonNull(mergeId == null ? proposalId : mergeId, "mergeId"),
          event.time(),
          event.type().equals(UNDONE),
          json(effects),
          conflicts == null ? "[]" : json(conflicts));
    }
  }

  record ErasureReceipted(UUID requestId, Instant erasedAt, JsonNode erased, JsonNode retained) {

    ErasureReceipted {
      requireNonNull(requestId, "requestId");
      requireNonNull(erasedAt, "erasedAt");
      requireNonNull(erased, "erased");
      requireNonNull(retained, "retained");
    }

    Receipt toReceipt() {
      return new Receipt(requestId, erasedAt, json(erased), json(retained));
    }
  }

  /**
   * @param person absent once it was erased
   */
  record AccessPrepared(
      UUID requestId, Instant preparedAt, int part, boolean last, @Nullable Person person) {

    AccessPrepared {
      requireNonNull(requestId, "requestId");
      requireNonNull(preparedAt, "preparedAt");
    }

    record Person(JsonNode data) {}

    PackagePart toPart() {
      return new PackagePart(
          requestId, preparedAt, part, last, person == null ? null : json(person.data));
    }
  }

  @Override
  public String topic() {
    return "crm." + service;
  }

  @Override
  public Set<String> types() {
    return Set.of("merge.applied", UNDONE, "merge.previewed", ERASED, PREPARED);
  }

  @Override
  public void apply(List<ReceivedEvent> events) {
    List<Answer> merges = new ArrayList<>();
    List<Receipt> erasures = new ArrayList<>();
    List<PackagePart> parts = new ArrayList<>();
    for (ReceivedEvent event : events) {
      switch (event.type()) {
        case ERASED -> erasures.add(event.as(ErasureReceipted.class).toReceipt());
        case PREPARED -> parts.add(event.as(AccessPrepared.class).toPart());
        default -> merges.add(event.as(MergeAnswered.class).toAnswer(event));
      }
    }
    if (!merges.isEmpty()) {
      answers.take(service, merges);
    }
    if (!erasures.isEmpty()) {
      receipts.take(service, erasures);
    }
    if (!parts.isEmpty()) {
      packageParts.take(service, parts);
    }
  }

  private static String json(JsonNode node) {
    return new String(EventJson.write(node), UTF_8);
  }
}
