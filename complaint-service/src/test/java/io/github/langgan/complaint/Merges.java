package io.github.langgan.complaint;

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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Tells of merges and splits as customer-service does, and reads the answers. */
@Singleton
public class Merges {

  private static final UUID ONE_KEY = UUID.fromString("00000000-0000-7000-8000-000000006d67");
  private static final String TOPIC = "crm.customer";
  private static final String MERGED = "customer.merged";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TestTopics topics;
  private final Jdbi jdbi;

  Merges(TestTopics topics, Jdbi jdbi) {
    this.topics = topics;
    this.jdbi = jdbi;
  }

  /** Answers the merge's id when it has been applied. */
  public UUID merge(UUID merged, UUID survivor) {
    UUID merge = UuidV7.next();
    awaitTaken(tell(merge, merged, survivor));
    return merge;
  }

  /** As {@link #merge}, without waiting. */
  public UUID begin(UUID merged, UUID survivor) {
    UUID merge = UuidV7.next();
    tell(merge, merged, survivor);
    return merge;
  }

  /** The same event twice; what is told after it comes after both. */
  public UUID mergeToldTwice(UUID merged, UUID survivor) {
    UUID merge = UuidV7.next();
    UUID told = tell(merge, merged, survivor);
    topics.publish(
        TOPIC,
        ONE_KEY,
        MERGED,
        event(MERGED, "mergeId", merge, merged, survivor),
        Map.of("ce_id", told.toString()));
    return merge;
  }

  public void split(UUID merge, UUID merged, UUID survivor) {
    String type = "customer.unmerged";
    String event = event(type, "mergeId", merge, merged, survivor);
    awaitTaken(topics.publish(TOPIC, ONE_KEY, type, event));
  }

  /** Answers the proposal's id. */
  public UUID propose(UUID merged, UUID survivor) {
    UUID proposal = UuidV7.next();
    String type = "customer.merge-proposed";
    String event = event(type, "proposalId", proposal, merged, survivor);
    awaitTaken(topics.publish(TOPIC, proposal, type, event));
    return proposal;
  }

  public JsonNode answer(String type, UUID key) {
    return read(
        await().until(() -> answers(type, key), answers -> !answers.isEmpty()).getFirst().json());
  }

  public List<Seen> answers(String type, UUID key) {
    return topics.published(type).stream().filter(seen -> seen.key().equals(key)).toList();
  }

  private UUID tell(UUID merge, UUID merged, UUID survivor) {
    return topics.publish(
        TOPIC, ONE_KEY, MERGED, event(MERGED, "mergeId", merge, merged, survivor));
  }

  private void awaitTaken(UUID event) {
    await().until(() -> taken(event));
  }

  private boolean taken(UUID event) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT EXISTS (SELECT FROM inbox WHERE event_id = :id)")
                .bind("id", event)
                .mapTo(Boolean.class)
                .one());
  }

  private static String event(String type, String idField, UUID id, UUID merged, UUID survivor) {
    ObjectNode example = read(new String(PublishedContracts.example("customer", type, 1), UTF_8));
    for (Map.Entry<String, UUID> field :
        Map.of(idField, id, "merged", merged, "survivor", survivor).entrySet()) {
      if (example.replace(field.getKey(), JSON.valueToTree(field.getValue())) == null) {
        throw new IllegalStateException("the example has no " + field.getKey());
      }
    }
    return example.toString();
  }

  private static ObjectNode read(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
