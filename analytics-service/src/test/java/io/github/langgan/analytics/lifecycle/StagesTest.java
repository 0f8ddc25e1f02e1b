package io.github.langgan.analytics.lifecycle;

import static io.github.langgan.analytics.TransactionJson.aPurchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.analytics.Merges;
import io.github.langgan.analytics.OtherServices;
import io.github.langgan.analytics.TransactionJson;
import io.github.langgan.chassis.duework.DueWork;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class StagesTest {

  @Inject OtherServices others;
  @Inject Merges merges;
  @Inject TestTopics topics;
  @Inject Clock clock;
  @Inject DueWork dueWork;
  @Inject Jdbi jdbi;

  private final UUID siti = UuidV7.next();
  private final UUID budi = UuidV7.next();

  /** Of all purchases, so that the usual gap of the others, whose data are here too, stays. */
  private Instant start = Instant.EPOCH;

  @BeforeEach
  void now() {
    start = clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  @Test
  void a_stage_is_told_when_a_purchase_leads_there_and_only_then() {
    others.tell(bought(siti, start));
    assertThat(told(siti, 1).getLast().getMap("$"))
        .containsEntry("stage", "NEW")
        .containsEntry("since", start.toString())
        .doesNotContainKey("formerStage");

    others.tell(bought(siti, start));
    others.tell(bought(siti, start));
    others.tell(bought(budi, start));
    told(budi, 1);

    JsonPath active = told(siti, 2).getLast();
    assertThat(active.getString("stage")).isEqualTo("ACTIVE");
    assertThat(active.getString("formerStage")).isEqualTo("NEW");
    assertThat(active.getString("since")).isEqualTo(start.toString());
  }

  @Test
  void who_is_silent_changes_its_stage_by_that_alone() {
    Instant longAgo = Instant.parse("1990-01-01T00:00:00Z");
    others.tell(bought(siti, longAgo));
    JsonPath lapsed = told(siti, 1).getLast();
    assertThat(lapsed.getString("stage")).isEqualTo("LAPSED");
    assertThat(Instant.parse(lapsed.getString("since"))).isBetween(longAgo, clock.instant());

    wasLastKnownAs("ACTIVE");
    stagesComeRound();

    JsonPath silent = told(siti, 2).getLast();
    assertThat(silent.getString("stage")).isEqualTo("LAPSED");
    assertThat(silent.getString("formerStage")).isEqualTo("ACTIVE");
  }

  @Test
  void who_has_lost_all_purchases_to_another_is_a_prospect_again() {
    TransactionJson purchase = bought(siti, start);
    others.tell(purchase);
    told(siti, 1);

    others.tell(purchase.attributedTo(budi, clock.instant().plusSeconds(1).toString()));

    JsonPath prospect = told(siti, 2).getLast();
    assertThat(prospect.getString("stage")).isEqualTo("PROSPECT");
    assertThat(prospect.getString("formerStage")).isEqualTo("NEW");
    assertThat(told(budi, 1).getLast().getString("stage")).isEqualTo("NEW");
  }

  @Test
  void a_merged_customers_purchases_count_for_the_survivor_until_they_are_split() {
    others.tell(bought(siti, start), bought(budi, start));
    told(siti, 1);
    told(budi, 1);

    UUID merge = merges.merge(budi, siti);
    assertThat(told(siti, 2).getLast().getString("stage")).isEqualTo("ACTIVE");

    merges.split(merge, budi, siti);
    assertThat(told(siti, 3).getLast().getString("stage")).isEqualTo("NEW");
    assertThat(told(budi, 2).getLast().getString("stage")).isEqualTo("NEW");
  }

  @Test
  void a_stage_that_somebody_else_tells_meanwhile_is_told_once() {
    others.tell(bought(siti, Instant.parse("1990-01-01T00:00:00Z")));
    told(siti, 1);
    wasLastKnownAs("ACTIVE");

    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              holdActivity();
              stagesComeRound();
              await().pollInSameThread().until(this::somebodyWaits);
              wasLastKnownAs("LAPSED");
            });

    await().until(this::stagesCameRound);
    others.tell(bought(budi, start));
    told(budi, 1);
    told(siti, 1);
  }

  private void holdActivity() {
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT customer_id FROM customer_activity WHERE customer_id = :id FOR UPDATE")
                .bind("id", siti)
                .mapTo(UUID.class)
                .one());
  }

  private boolean somebodyWaits() {
    return is("EXISTS (SELECT FROM pg_locks WHERE pg_backend_pid() = ANY(pg_blocking_pids(pid)))");
  }

  private boolean stagesCameRound() {
    return is(
        "(SELECT due_at FROM due_work WHERE kind = 'lifecycle-stages') > '%s'"
            .formatted(clock.instant()));
  }

  private boolean is(String condition) {
    return jdbi.withHandle(
        handle -> handle.createQuery("SELECT " + condition).mapTo(Boolean.class).one());
  }

  private static TransactionJson bought(UUID customer, Instant at) {
    return aPurchase().of(customer).at(at.toString()).line(1, "10.00", null);
  }

  private void wasLastKnownAs(String stage) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "UPDATE customer_stage SET stage = ? WHERE customer_id = ?", stage, siti));
  }

  /** The clock of other tests may have been far ahead when they did last. */
  private void stagesComeRound() {
    QuarkusTransaction.requiringNew()
        .run(() -> dueWork.schedule(RestageCustomers.KIND, "all", clock.instant(), ""));
  }

  private List<JsonPath> told(UUID customer, int times) {
    return await()
        .until(
            () ->
                topics.published("lifecycle.changed").stream()
                    .filter(event -> event.key().equals(customer))
                    .map(event -> JsonPath.from(event.json()))
                    .toList(),
            events -> events.size() == times);
  }
}
