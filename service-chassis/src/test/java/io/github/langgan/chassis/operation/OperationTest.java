package io.github.langgan.chassis.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.sample.As;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.http.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OperationTest {

  @Inject Operations operations;
  private String location;
  private UUID id;

  @BeforeEach
  void started() {
    var accepted = As.agent().post("/v1/notes/imports");
    assertThat(accepted.statusCode()).isEqualTo(202);
    location = accepted.header("Location");
    id = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
  }

  @Test
  void its_location_is_a_path_so_that_no_gateway_is_passed_by() {
    assertThat(location).isEqualTo("/v1/operator/customer/operations/" + id);
  }

  @Test
  void its_starter_sees_progress_and_result() {
    assertThat(As.agent().get(location).<String>path("state")).isEqualTo("RUNNING");
    operations.progress(id, 3, 1, 10L);
    operations.progress(id, 2, 1, null);
    var running = As.agent().get(location);
    assertThat(running.<Integer>path("done")).isEqualTo(3);
    assertThat(running.<Integer>path("total")).isEqualTo(10);
    operations.finish(id, URI.create("/v1/notes"));
    operations.fail(id, Problem.notFound());
    var ended = As.agent().get(location);
    assertThat(ended.<String>path("state")).isEqualTo("SUCCEEDED");
    assertThat(ended.<String>path("resultLink")).isEqualTo("/v1/notes");
  }

  @Test
  void a_failure_carries_its_problem() {
    operations.fail(id, Problem.invalid("/items", "size", "too many"));
    assertThat(As.agent().get(location).<String>path("problem.type"))
        .isEqualTo("/problems/validation");
  }

  @Test
  void others_see_nothing_and_operators_everything() {
    var other = Map.of("client_id", "another");
    assertThat(As.role("agent", other).get(location).statusCode()).isEqualTo(404);
    assertThat(As.role("agent", Map.of("sub", "colleague")).get(location).statusCode())
        .isEqualTo(404);
    assertThat(As.operator().get(location).statusCode()).isEqualTo(200);
    assertThat(As.role("agent", other).accept("text/event-stream").get(location).statusCode())
        .isEqualTo(404);
    assertThat(RestAssured.get(location).statusCode()).isEqualTo(401);
    assertThat(As.agent().get(location.replace(id.toString(), "x")).statusCode()).isEqualTo(404);
  }

  @Test
  void a_listener_hears_each_change_until_the_end() throws Exception {
    var heard = new CopyOnWriteArrayList<String>();
    var listener =
        Thread.ofVirtual()
            .start(
                () -> {
                  try (var lines =
                      java.net.http.HttpClient.newHttpClient()
                          .send(
                              java.net.http.HttpRequest.newBuilder(
                                      URI.create("http://localhost:" + RestAssured.port + location))
                                  .header("Authorization", "Bearer " + Tokens.of("agent"))
                                  .header("Accept", "text/event-stream")
                                  .build(),
                              java.net.http.HttpResponse.BodyHandlers.ofLines())
                          .body()) {
                    lines.filter(line -> line.startsWith("data:")).forEach(heard::add);
                  } catch (Exception e) {
                    heard.add(e.toString());
                  }
                });
    await().untilAsserted(() -> assertThat(heard).hasSize(1));
    operations.progress(id, 5, 0, 10L);
    await().untilAsserted(() -> assertThat(heard).hasSize(2));
    operations.finish(id, null);
    await().untilAsserted(() -> assertThat(heard).hasSize(3));
    listener.join(5_000);
    assertThat(listener.isAlive()).isFalse();
    assertThat(new ArrayList<>(heard).getLast()).contains("\"SUCCEEDED\"");
  }
}
