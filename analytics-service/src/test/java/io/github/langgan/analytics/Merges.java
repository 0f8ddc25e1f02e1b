package io.github.langgan.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.PublishedContracts;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.chassis.testing.TestTopics.Seen;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells of merges and splits as customer-service does, and reads the answers. */
@Singleton
public class Merges {

  private static final UUID ONE_KEY = UUID.fromString("00000000-0000-7000-8000-000000006d67");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TestTopics topics;

  Merges(TestTopics topics) {
    this.topics = topics;
  }

  /** Answers the merge's id when it has been applied. */
  public UUID merge(UUID merged, UUID survivor) {
    UUID merge = begin(merged, survivor);
    answer("merge.applied", merge);
    return merge;
  }

  public UUID begin(UUID merged, UUID survivor) {
    UUID merge = UuidV7.next();
    tell(ONE_KEY, "customer.merged", event("customer.merged", "mergeId", merge, merged, survivor));
    return merge;
  }

  /** Told twice, by the same event id. */
  public void again(UUID merge, UUID merged, UUID survivor) {
    ObjectNode event = event("customer.merged", "mergeId", merge, merged, survivor);
    UUID id = tell(ONE_KEY, "customer.merged", event);
    topics.publish(
        "crm.customer",
        ONE_KEY,
        "customer.merged",
        event.toString(),
        Map.of("ce_id", id.toString()));
  }

  public JsonNode split(UUID merge, UUID merged, UUID survivor) {
    tell(
        ONE_KEY,
        "customer.unmerged",
        event("customer.unmerged", "mergeId", merge, merged, survivor));
    return answer("merge.undone", merge);
  }

  public JsonNode preview(UUID merged, UUID survivor) {
    UUID proposal = UuidV7.next();
    String type = "customer.merge-proposed";
    tell(proposal, type, event(type, "proposalId", proposal, merged, survivor));
    return answer("merge.previewed", proposal);
  }

  public JsonNode answer(String type, UUID key) {
    Seen seen =
        await()
            .atMost(Duration.ofSeconds(10))
            .pollInterval(Duration.ofMillis(20))
            .until(() -> answers(type, key), answers -> !answers.isEmpty())
            .getFirst();
    return read(seen.json());
  }

  public List<Seen> answers(String type, UUID key) {
    return topics.published(type).stream().filter(seen -> seen.key().equals(key)).toList();
  }

  private UUID tell(UUID key, String type, JsonNode event) {
    return topics.publish("crm.customer", key, type, event.toString());
  }

  private static ObjectNode event(
      String type, String idField, UUID id, UUID merged, UUID survivor) {
    ObjectNode example = read(new String(PublishedContracts.example("customer", type, 1), UTF_8));
    for (Map.Entry<String, UUID> field :
        Map.of(idField, id, "merged", merged, "survivor", survivor).entrySet()) {
      if (example.replace(field.getKey(), JSON.valueToTree(field.getValue())) == null) {
        throw new IllegalStateException("the example has no " + field.getKey());
      }
    }
    return example;
  }

  private static ObjectNode read(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
