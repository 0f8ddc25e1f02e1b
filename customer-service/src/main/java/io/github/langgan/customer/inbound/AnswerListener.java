package io.github.langgan.customer.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.partitioningBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.inbox.TopicListener;
import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.customer.merging.Answer;
import io.github.langgan.customer.merging.MergeAnswers;
import io.github.langgan.customer.privacy.Receipt;
import io.github.langgan.customer.privacy.Receipts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a service's answers to merges, splits, proposals and privacy requests. */
final class AnswerListener implements TopicListener {

  private static final String UNDONE = "merge.undone";
  private static final String ERASED = "erasure.receipted";

  private final String service;
  private final MergeAnswers answers;
  private final Receipts receipts;

  AnswerListener(String service, MergeAnswers answers, Receipts receipts) {
    this.service = service;
    this.answers = answers;
    this.receipts = receipts;
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

  @Override
  public String topic() {
    return "crm." + service;
  }

  @Override
  public Set<String> types() {
    return Set.of("merge.applied", UNDONE, "merge.previewed", ERASED);
  }

  @Override
  public void apply(List<ReceivedEvent> events) {
    Map<Boolean, List<ReceivedEvent>> erasures =
        events.stream().collect(partitioningBy(event -> event.type().equals(ERASED)));
    if (!erasures.get(false).isEmpty()) {
      answers.take(
          service,
          erasures.get(false).stream()
              .map(event -> event.as(MergeAnswered.class).toAnswer(event))
              .toList());
    }
    if (!erasures.get(true).isEmpty()) {
      receipts.take(
          service,
          erasures.get(true).stream()
              .map(event -> event.as(ErasureReceipted.class).toReceipt())
              .toList());
    }
  }

  private static String json(JsonNode node) {
    return new String(EventJson.write(node), UTF_8);
  }
}
