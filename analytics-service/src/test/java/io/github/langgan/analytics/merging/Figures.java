package io.github.langgan.analytics.merging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.analytics.facts.RebuildSummaries;
import io.github.langgan.chassis.testing.http.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What callers see of a customer, and whether what is stored agrees with the facts. */
@Singleton
class Figures {

  private final Jdbi jdbi;
  private final RebuildSummaries rebuild;

  Figures(Jdbi jdbi, RebuildSummaries rebuild) {
    this.jdbi = jdbi;
    this.rebuild = rebuild;
  }

  /** Purchases, returns, net revenue by currency, cases opened and resolved. */
  String of(UUID customer) {
    JsonPath shown = shown(customer);
    return "%s bought, %s returned, %s, %d cases, %d resolved"
        .formatted(
            shown.get("value.purchases"),
            shown.get("value.returns"),
            shown.<List<Object>>get("value.revenue.amount"),
            shown.getInt("service.casesOpened"),
            shown.getInt("service.casesResolved"));
  }

  static JsonPath shown(UUID customer) {
    return given()
        .auth()
        .oauth2(Tokens.of("analyst"))
        .get("/v1/analytics/customers/{id}", customer)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** Nothing is under an id that means another, and the summaries are those of a rebuild. */
  void agreeWithTheFacts() {
    assertThat(underRetiredIds()).isEmpty();
    assertThat(linesOfOthers()).isEmpty();
    List<String> live = summaries();
    rebuild.rebuild();
    assertThat(summaries()).isEqualTo(live);
  }

  private List<String> underRetiredIds() {
    return query(
        """
        SELECT 'transaction ' || customer_id FROM transaction_fact
         WHERE customer_id IN (SELECT id FROM alias)
        UNION ALL SELECT 'line ' || customer_id FROM line_fact
         WHERE customer_id IN (SELECT id FROM alias)
        UNION ALL SELECT 'case ' || customer_id FROM case_fact
         WHERE customer_id IN (SELECT id FROM alias)
        UNION ALL SELECT 'activity ' || customer_id FROM customer_activity
         WHERE customer_id IN (SELECT id FROM alias)
        UNION ALL SELECT 'money ' || customer_id FROM customer_money
         WHERE customer_id IN (SELECT id FROM alias)
        UNION ALL SELECT 'score ' || customer_id FROM customer_score
         WHERE customer_id IN (SELECT id FROM alias)
        """);
  }

  private List<String> linesOfOthers() {
    return query(
        """
        SELECT l.transaction_id::text FROM line_fact l JOIN transaction_fact t USING (transaction_id)
         WHERE l.customer_id IS DISTINCT FROM t.customer_id
        """);
  }

  private List<String> summaries() {
    return query(
        """
        SELECT a::text FROM customer_activity a WHERE (a.purchases, a.returns, a.cases_opened) <> (0, 0, 0)
        UNION ALL SELECT m::text FROM customer_money m
        UNION ALL SELECT d::text FROM daily_total d ORDER BY 1
        """);
  }

  private List<String> query(String sql) {
    return QuarkusTransaction.requiringNew()
        .call(() -> jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list()));
  }
}
