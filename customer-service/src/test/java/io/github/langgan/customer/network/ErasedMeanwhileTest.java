package io.github.langgan.customer.network;

import static io.github.langgan.customer.network.NetworkApi.STAFF;
import static io.github.langgan.customer.network.NetworkApi.customer;
import static io.github.langgan.customer.network.NetworkApi.known;
import static io.github.langgan.customer.network.NetworkApi.person;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of a customer while it is being erased. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ErasedMeanwhileTest {

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @ConfigProperty(name = "quarkus.datasource.username")
  String username;

  @ConfigProperty(name = "quarkus.datasource.password")
  String password;

  private String siti;

  @BeforeEach
  void somebody_is_there() {
    siti = CustomerApi.AGENT.registered(Body.known("Siti"));
  }

  @Test
  void a_party_is_no_customer_who_has_gone() throws Exception {
    whileItIsErased(
            () ->
                STAFF.register(person("Siti", known() + ",\"customerId\":\"%s\"".formatted(siti))))
        .then()
        .statusCode(422)
        .body("type", endsWith("validation"))
        .body("errors[0].pointer", equalTo("/customerId"));
  }

  @Test
  void a_party_does_not_become_a_customer_who_has_gone() throws Exception {
    String party = STAFF.registered(person("Siti", known()));
    whileItIsErased(() -> STAFF.change(party, 1, "{\"customerId\":\"%s\"}".formatted(siti)))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/customerId"));
  }

  @Test
  void nobody_is_related_to_a_customer_who_has_gone() throws Exception {
    String budi = CustomerApi.AGENT.registered(Body.known("Budi"));
    whileItIsErased(() -> STAFF.relate("HOUSEHOLD", customer(budi), customer(siti), ""))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/to/customerId"));
  }

  /** The call begins before the erasure is committed, and can't end before. */
  private Response whileItIsErased(Supplier<Response> call) throws Exception {
    try (Connection erasure = DriverManager.getConnection(url, username, password)) {
      erasure.setAutoCommit(false);
      try (Statement statement = erasure.createStatement()) {
        statement.execute("DELETE FROM customer WHERE id = '%s'".formatted(siti));
      }
      CompletableFuture<Response> answer = CompletableFuture.supplyAsync(call);
      await().until(() -> isWaitedFor(erasure));
      erasure.commit();
      return answer.get();
    }
  }

  private static boolean isWaitedFor(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet waiting =
            statement.executeQuery(
                """
                SELECT FROM pg_stat_activity
                 WHERE datname = current_database() AND pg_backend_pid() = ANY(pg_blocking_pids(pid))
                """)) {
      return waiting.next();
    }
  }
}
