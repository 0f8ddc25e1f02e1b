package io.github.langgan.profile.recording;

import static io.github.langgan.profile.testing.Report.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.profile.testing.Partner;
import io.github.langgan.profile.testing.Report;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ConcurrentBatchesTest {

  private final Partner partner = new Partner();

  @Inject Jdbi jdbi;

  @Test
  void the_same_batch_over_several_connections_is_recorded_once() throws Exception {
    List<Report> batch =
        new ArrayList<>(
            IntStream.range(0, 300)
                .mapToObj(i -> purchase("A" + i).of(1, "CUP", "2.50").of(2, "PLATE", "9.00"))
                .toList());
    int recorded = 0;
    int duplicates = 0;
    try (ExecutorService connections = Executors.newFixedThreadPool(4)) {
      List<Future<List<Integer>>> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        Collections.shuffle(batch, new java.util.Random(i));
        Report[] shuffled = batch.toArray(Report[]::new);
        answers.add(connections.submit(() -> push(shuffled)));
      }
      for (Future<List<Integer>> answer : answers) {
        recorded += answer.get().getFirst();
        duplicates += answer.get().getLast();
      }
    }

    assertThat(recorded).isEqualTo(300);
    assertThat(duplicates).isEqualTo(7 * 300);
    assertThat(count("transaction t")).isEqualTo(300);
    assertThat(count("transaction t JOIN transaction_line USING (transaction_id)")).isEqualTo(600);
  }

  private List<Integer> push(Report[] reports) {
    var answer = partner.pushBatch(reports).statusCode(200).extract();
    return List.of(answer.path("recorded"), answer.path("duplicates"));
  }

  private int count(String tables) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT count(*) FROM " + tables + " WHERE t.partner = :partner")
                .bind("partner", partner.name())
                .mapTo(Integer.class)
                .one());
  }
}
