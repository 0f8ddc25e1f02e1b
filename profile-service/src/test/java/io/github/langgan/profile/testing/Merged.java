package io.github.langgan.profile.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.chassis.testing.TestTopics.Seen;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What this service made of merges. */
@Singleton
public class Merged {

  private final TestTopics topics;
  private final Jdbi jdbi;

  Merged(TestTopics topics, Jdbi jdbi) {
    this.topics = topics;
    this.jdbi = jdbi;
  }

  /** The answer of that type, once it is published; there is one. */
  public JsonNode answer(String type, UUID key) {
    await().until(() -> !answers(type, key).isEmpty());
    return json(answers(type, key).getFirst());
  }

  public List<Seen> answers(String type, UUID key) {
    return topics.published(type).stream().filter(event -> event.key().equals(key)).toList();
  }

  public Elsewhere.Merge apply(Elsewhere.Merge merge) {
    merge.happens();
    await().until(() -> isApplied(merge));
    return merge;
  }

  public boolean isApplied(Elsewhere.Merge merge) {
    return exists(merge, "undone_at IS NULL");
  }

  public void undo(Elsewhere.Merge merge) {
    merge.isUndone();
    await().until(() -> exists(merge, "undone_at IS NOT NULL"));
  }

  /** Nothing may ever belong to a record that means another customer. */
  public void assertThatNothingIsLeftUnderMergedRecords() {
    for (String table :
        List.of(
            "transaction",
            "transaction_line",
            "interaction",
            "timeline_entry",
            "known_membership",
            "known_case")) {
      assertThat(count(table + " t JOIN alias a ON a.id = t.customer_id")).as(table).isZero();
    }
    assertThat(
            count(
                "transaction t JOIN transaction_line l USING (transaction_id)"
                    + " WHERE l.customer_id IS DISTINCT FROM t.customer_id"))
        .as("lines that are not whose their transaction is")
        .isZero();
  }

  public int count(String what) {
    return jdbi.withHandle(
        handle -> handle.createQuery("SELECT count(*) FROM " + what).mapTo(Integer.class).one());
  }

  private boolean exists(Elsewhere.Merge merge, String condition) {
    return count("applied_merge WHERE merge_id = '" + merge.id() + "' AND " + condition) > 0;
  }

  private static JsonNode json(Seen event) {
    try {
      return new ObjectMapper().readTree(event.json());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
