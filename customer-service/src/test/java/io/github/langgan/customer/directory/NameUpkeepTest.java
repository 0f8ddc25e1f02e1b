package io.github.langgan.customer.directory;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.Body.uniqueWord;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import io.github.langgan.chassis.duework.DueWork;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Customers;
import io.github.langgan.customer.model.StoredNames;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Customers are found by the names that they have now. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class NameUpkeepTest {

  @Inject Jdbi jdbi;
  @Inject DueWork dueWork;
  @Inject Customers customers;
  @Inject StoredNames names;

  @Test
  void who_gets_another_name_is_found_by_it_and_by_the_former_one_no_more() {
    String former = uniqueWord();
    String now = uniqueWord();
    String id = ACME.registered(known(former + " Rahma"));
    rename(id, 1, now + " Rahma").then().statusCode(200);
    ACME.find("name", now).then().body("items.customerId", contains(id));
    ACME.find("name", now + " rahma").then().body("items.customerId", contains(id));
    ACME.find("name", former).then().body("items", empty());
    assertThat(isKnown(former)).isFalse();
    assertThat(isKnown("rahma")).isTrue();
  }

  @Test
  void who_gets_one_name_more_is_found_by_all() {
    String one = uniqueWord();
    String two = uniqueWord();
    String id = ACME.registered(known(one));
    rename(id, 1, one + " " + two).then().statusCode(200);
    for (String asked : List.of(one, two, two + " " + one)) {
      ACME.find("name", asked).then().body("items.customerId", contains(id));
    }
  }

  @Test
  void who_came_with_a_file_is_found() {
    String name = uniqueWord();
    List<String> ids = ACME.importedUnmatched(List.of(known(name), known(name + " Siti")));
    ACME.find("name", name).then().body("items.customerId", contains(ids.get(0), ids.get(1)));
  }

  @Test
  void who_was_refused_is_not_found() {
    String name = uniqueWord();
    String number = known(name).firstIdentifier();
    ACME.registered(known("Siti").identifier("other", number));
    ACME.register(known(name).identifier("other", number)).then().statusCode(409);
    assertThat(isKnown(name)).isFalse();
  }

  @Test
  void who_was_registered_before_names_were_searched_is_found_after_a_while() {
    String name = uniqueWord();
    String id = ACME.registered(known(name));
    jdbi.useHandle(
        handle -> {
          handle.execute("DELETE FROM customer_name_word WHERE word = ?", name);
          handle.execute("DELETE FROM name_word WHERE word = ?", name);
        });
    ACME.find("name", name).then().body("items", empty());
    indexLater(id);
    await()
        .untilAsserted(() -> ACME.find("name", name).then().body("items.customerId", contains(id)));
  }

  @Test
  void what_stands_there_of_another_name_is_put_right_with_it() {
    String name = uniqueWord();
    String id = ACME.registered(known(name));
    String stale = uniqueWord();
    jdbi.useHandle(
        handle -> {
          handle.execute("UPDATE customer_name_word SET word = ? WHERE word = ?", stale, name);
          handle.execute("UPDATE name_word SET word = ? WHERE word = ?", stale, name);
        });
    indexLater(id);
    await()
        .untilAsserted(() -> ACME.find("name", name).then().body("items.customerId", contains(id)));
    assertThat(isKnown(stale)).isFalse();
  }

  @Test
  void a_word_is_not_forgotten_while_somebody_gets_it_whom_nobody_sees_yet() throws Exception {
    String word = uniqueWord();
    String loser = ACME.registered(known(word + " Siti"));
    String winner = ACME.registered(known(word + " Rahma"));
    jdbi.useHandle(
        handle ->
            handle.execute(
                "DELETE FROM customer_name_word WHERE customer_id = ?", UUID.fromString(winner)));
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Future<Response> renamed =
          QuarkusTransaction.requiringNew()
              .call(
                  () -> {
                    names.add(customers.withIds(List.of(new CustomerId(UUID.fromString(winner)))));
                    Future<Response> renaming = threads.submit(() -> rename(loser, 1, "Siti"));
                    await().until(() -> renaming.isDone() || somebodyWaits());
                    return renaming;
                  });
      renamed.get().then().statusCode(200);
    }
    ACME.find("name", word).then().body("items.customerId", contains(winner));
  }

  private void indexLater(String id) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                dueWork.schedule(
                    "index-name", List.of(new DueWork.Appointment(id, Instant.EPOCH, ""))));
  }

  private static Response rename(String id, int version, String name) {
    return ACME.patch(id, version, "{\"name\":{\"full\":\"" + name + "\"}}");
  }

  private boolean somebodyWaits() {
    return is(
        """
        SELECT EXISTS (SELECT FROM pg_locks
                        WHERE locktype = 'advisory' AND NOT granted
                          AND (classid::bigint << 32 | objid::bigint)
                              = hashtextextended('name-words', 0))
        """);
  }

  private boolean isKnown(String word) {
    return is("SELECT EXISTS (SELECT FROM name_word WHERE word = '" + word + "')");
  }

  private boolean is(String question) {
    return jdbi.withHandle(handle -> handle.createQuery(question).mapTo(Boolean.class).one());
  }
}
