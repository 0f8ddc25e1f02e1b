package io.github.langgan.customer.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.inbox.TopicListener;
import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.customer.merging.Answer;
import io.github.langgan.customer.merging.MergeAnswers;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a service's answers to merges, splits and proposals. */
final class AnswerListener implements TopicListener {

  private static final String UNDONE = "merge.undone";

  private final String service;
  private final MergeAnswers answers;

  AnswerListener(String service, MergeAnswers answers) {
    this.service = service;
    this.answers = answers;
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

    private static String json(JsonNode node) {
      return new String(EventJson.write(node), UTF_8);
    }
  }

  @Override
  public String topic() {
    return "crm." + service;
  }

  @Override
  public Set<String> types() {
    return Set.of("merge.applied", UNDONE, "merge.previewed");
  }

  @Override
  public void apply(List<ReceivedEvent> events) {
    answers.take(
        service,
        events.stream().map(event -> event.as(MergeAnswered.class).toAnswer(event)).toList());
  }
}
