package io.github.langgan.analytics.totals;

import static io.github.langgan.analytics.TransactionJson.aPurchase;
import static io.github.langgan.analytics.TransactionJson.aReturn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.analytics.OtherServices;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.http.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class SummaryResourceTest {

  private static final String CURRENCY = "currencies.find { it.currency == 'CHF' }.";

  @Inject OtherServices others;

  @Test
  void totals_are_given_by_currency_and_say_what_belongs_to_nobody() {
    UUID siti = UuidV7.next();
    var anonymous = aPurchase().in("CHF").line(1, "1.25", null);
    others.tell(
        aPurchase().in("CHF").of(siti).line(2, "10.00", null).line(1, "0.05", null),
        aReturn().in("CHF").of(siti).line(1, "10.00", null),
        anonymous,
        aReturn().in("CHF").line(1, "0.75", null));
    JsonPath summary = summary();
    assertThat(summary.getMap(CURRENCY + "grossRevenue")).isEqualTo(chf("21.30"));
    assertThat(summary.getMap(CURRENCY + "returned")).isEqualTo(chf("10.75"));
    assertThat(summary.getMap(CURRENCY + "netRevenue")).isEqualTo(chf("10.55"));
    assertThat(summary.getMap(CURRENCY + "anonymousNetRevenue")).isEqualTo(chf("0.50"));
    assertThat(summary.getInt(CURRENCY + "purchases")).isEqualTo(2);
    assertThat(summary.getInt(CURRENCY + "returns")).isEqualTo(2);
    assertThat(summary.getInt(CURRENCY + "anonymous")).isEqualTo(2);
    assertThat(summary.getLong("lines")).isGreaterThanOrEqualTo(5);
    assertThat(summary.getString("asOf")).isNotEmpty();

    others.tell(anonymous.attributedTo(siti, "2026-02-01T00:00:00Z"));
    assertThat(summary().getMap(CURRENCY + "anonymousNetRevenue")).isEqualTo(chf("-0.75"));
    assertThat(summary().getLong("transactions")).isEqualTo(summary.getLong("transactions"));
  }

  @Test
  void a_customer_does_not_see_the_company() {
    given()
        .auth()
        .oauth2(Tokens.customer(UuidV7.next()))
        .get("/v1/analytics/summary")
        .then()
        .statusCode(403);
  }

  private static JsonPath summary() {
    return given()
        .auth()
        .oauth2(Tokens.of("analyst"))
        .get("/v1/analytics/summary")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static Map<String, String> chf(String amount) {
    return Map.of("amount", amount, "currency", "CHF");
  }
}
