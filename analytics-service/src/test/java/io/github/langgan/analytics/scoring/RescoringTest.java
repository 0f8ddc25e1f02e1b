package io.github.langgan.analytics.scoring;

import static io.github.langgan.analytics.TransactionJson.aPurchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.analytics.OtherServices;
import io.github.langgan.analytics.TransactionJson;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.MovableClock;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RescoringTest {

  private static final Instant FIRST_DAY = Instant.parse("2025-01-01T00:00:00Z");

  @Inject OtherServices others;
  @Inject TestTopics topics;
  @Inject MovableClock clock;
  @Inject Jdbi jdbi;

  @BeforeEach
  void nobody_has_bought_yet() {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "TRUNCATE transaction_fact, line_fact, customer_activity, customer_money,"
                    + " customer_score, cut_points, monetary_cut_points"));
  }

  @Test
  void ten_customers_are_cut_into_five_pairs() {
    List<UUID> customers = customersOfRank(1, 10);
    scoringComesRound();
    awaitScores(customers.get(0), "1 1 1");
    awaitScores(customers.get(1), "1 1 1");
    awaitScores(customers.get(2), "2 2 2");
    awaitScores(customers.get(7), "4 4 4");
    awaitScores(customers.get(9), "5 5 5");
  }

  @Test
  void equal_customers_score_equally_however_many_they_are() {
    List<UUID> alike =
        IntStream.range(0, 18).mapToObj(i -> customersOfRank(1, 1).getFirst()).toList();
    List<UUID> better = customersOfRank(2, 3);
    scoringComesRound();
    awaitScores(better.get(0), "5 5 5");
    awaitScores(better.get(1), "5 5 5");
    alike.forEach(id -> awaitScores(id, "1 1 1"));
  }

  @Test
  void fewer_than_five_customers_have_no_scores() {
    List<UUID> customers = customersOfRank(1, 4);
    scoringComesRound();
    awaitScores(customers.get(3), "");
    int cutPoints =
        jdbi.withHandle(
            handle ->
                handle.createQuery("SELECT count(*) FROM cut_points").mapTo(Integer.class).one());
    assertThat(cutPoints).isZero();
  }

  @Test
  void a_customer_whose_score_others_change_is_published_once() {
    UUID middle = customersOfRank(1, 10).get(5);
    scoringComesRound();
    awaitPublished(middle, 3);
    int before = published(middle).size();
    customersOfRank(11, 40);
    scoringComesRound();
    awaitPublished(middle, 1);
    assertThat(published(middle)).hasSize(before + 1);
  }

  /** Rank n bought n times for n pounds, the last time on day n. */
  private List<UUID> customersOfRank(int first, int last) {
    List<UUID> customers =
        IntStream.rangeClosed(first, last).mapToObj(rank -> UuidV7.next()).toList();
    others.tell(
        IntStream.rangeClosed(first, last)
            .boxed()
            .flatMap(rank -> purchases(customers.get(rank - first), rank))
            .toArray(TransactionJson[]::new));
    return customers;
  }

  private static Stream<TransactionJson> purchases(UUID customer, int rank) {
    String day = FIRST_DAY.plus(Duration.ofDays(rank)).toString();
    return IntStream.range(0, rank)
        .mapToObj(i -> aPurchase().of(customer).at(day).line(1, rank + ".00", null));
  }

  private void scoringComesRound() {
    clock.advance(Duration.ofMinutes(2));
  }

  private void awaitScores(UUID customer, String scores) {
    await().untilAsserted(() -> assertThat(scores(customer)).isEqualTo(scores));
  }

  private void awaitPublished(UUID customer, int score) {
    String rfm =
        "\"rfm\":{\"recency\":%d,\"frequency\":%d,\"monetary\":%d}".formatted(score, score, score);
    await().untilAsserted(() -> assertThat(published(customer).getLast()).contains(rfm));
  }

  private String scores(UUID customer) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT concat_ws(' ', recency, frequency, monetary)
                      FROM customer_score WHERE customer_id = :id
                    """)
                .bind("id", customer)
                .mapTo(String.class)
                .one());
  }

  private List<String> published(UUID customer) {
    return topics.published("score.updated").stream()
        .filter(event -> event.key().equals(customer))
        .map(TestTopics.Seen::json)
        .toList();
  }
}
