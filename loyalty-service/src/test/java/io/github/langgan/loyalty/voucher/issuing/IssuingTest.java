package io.github.langgan.loyalty.voucher.issuing;

import static io.github.langgan.loyalty.testing.VoucherApi.TEN_POUNDS;
import static io.github.langgan.loyalty.testing.VoucherApi.assign;
import static io.github.langgan.loyalty.testing.VoucherApi.campaign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.loyalty.model.voucher.VoucherCode;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.VoucherApi;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IssuingTest extends LoyaltyTest {

  private static final String BUSY =
      """
      SELECT pid FROM pg_stat_activity
       WHERE wait_event_type = 'Lock' AND query LIKE '%INSERT INTO voucher (%'
         AND datname = current_database()
      """;

  @Test
  void as_many_codes_are_made_as_were_asked_for_and_downloaded() {
    UUID campaign =
        campaign(
            TEN_POUNDS,
            "\"codes\":{\"prefix\":\"SALE\"}",
            "\"validity\":{\"until\":\"2040-01-01T00:00:00Z\"}");

    String operation = made(campaign, 12_345);

    Api.as("marketer")
        .get(operation)
        .then()
        .body("state", equalTo("SUCCEEDED"))
        .body("done", equalTo(12_345))
        .body("total", equalTo(12_345))
        .body("resultLink", endsWith(campaign + "/vouchers/export"));
    List<String> rows = csv(campaign).lines().toList();
    assertThat(rows.getFirst()).isEqualTo("code,voucherId,issuedAt,validUntil,customerId,uses");
    assertThat(rows.get(1)).contains("2040-01-01T00:00:00Z,,0");
    Set<String> codes =
        rows.stream().skip(1).map(row -> row.split(",")[0]).collect(Collectors.toSet());
    assertThat(codes)
        .hasSize(12_345)
        .allMatch(code -> code.matches("SALE-[0-9A-HJKMNP-TV-Z]{11}"))
        .allMatch(code -> !VoucherCode.read(code).orElseThrow().isMistyped());
    Response lines =
        Api.as("manager")
            .accept("application/x-ndjson")
            .get("/v1/loyalty/voucher-campaigns/{id}/vouchers/export", campaign);
    assertThat(lines.asString().lines())
        .hasSize(12_345)
        .first()
        .asString()
        .startsWith("{\"code\":\"SALE-");
    assertThat(downloads(campaign)).isEqualTo(2);
  }

  @Test
  void codes_are_not_made_one_after_the_other() {
    UUID campaign = campaign(TEN_POUNDS);
    made(campaign, 2_000);
    List<String> codes = csv(campaign).lines().skip(1).map(row -> row.substring(0, 10)).toList();

    // of any place each character is drawn about as often; 2,000 / 32 = 62.5
    for (int place = 0; place < 10; place++) {
      int at = place;
      assertThat(codes.stream().collect(Collectors.groupingBy(code -> code.charAt(at))))
          .hasSize(32)
          .allSatisfy((character, same) -> assertThat(same).hasSizeBetween(15, 140));
    }
    assertThat(codes.stream().sorted().toList()).isNotEqualTo(codes);
  }

  @Test
  void a_piece_that_dies_in_the_middle_is_made_again_and_none_too_many() {
    UUID campaign = campaign(TEN_POUNDS);
    String operation;
    try (Handle other = jdbi.open()) {
      other.begin();
      other.execute("LOCK TABLE voucher IN EXCLUSIVE MODE");
      operation = start(campaign, 25_000);
      int busy =
          await()
              .until(
                  () -> jdbi.withHandle(h -> h.createQuery(BUSY).mapTo(Integer.class).findOne()),
                  Optional::isPresent)
              .orElseThrow();
      other.execute("SELECT pg_terminate_backend(" + busy + ")");
      other.rollback();
    }

    awaitEnd(operation);

    assertThat(count(campaign)).isEqualTo(25_000);
    Api.as("marketer").get(operation).then().body("done", equalTo(25_000));
  }

  @Test
  void closing_a_campaign_stops_the_work() {
    UUID campaign = campaign(TEN_POUNDS);
    String operation = start(campaign, 1_000_000);
    await()
        .until(
            () -> {
              clock.advance(Duration.ofSeconds(1));
              return count(campaign) > 0;
            });

    VoucherApi.close(campaign).then().statusCode(200);

    awaitEnd(operation);
    Api.as("marketer")
        .get(operation)
        .then()
        .body("state", equalTo("FAILED"))
        .body("problem.type", endsWith("/problems/voucher-campaign-closed"));
    assertThat(count(campaign)).isPositive().isLessThan(1_000_000).matches(n -> n % 10_000 == 0);
  }

  @Test
  void a_voucher_is_given_to_a_customer_and_told_without_its_code() {
    UUID customer = others.registeredCustomer();
    UUID campaign = campaign(TEN_POUNDS, "\"validity\":{\"daysSinceIssue\":30}");

    Response answer = assign(campaign, customer);

    answer
        .then()
        .statusCode(201)
        .header("Location", containsString("/v1/loyalty/vouchers/"))
        .header("Langgan-Position", startsWith("crm.loyalty/" + customer))
        .body("customerId", equalTo(customer.toString()))
        .body("usesPerCode", equalTo(1));
    String code = answer.path("code");
    String voucher = answer.path("voucherId");
    await()
        .untilAsserted(
            () ->
                assertThat(topics.published("voucher.issued"))
                    .filteredOn(event -> event.key().equals(customer))
                    .singleElement()
                    .satisfies(
                        event -> {
                          assertThat(event.json()).contains(voucher).doesNotContain(code);
                          assertThat(event.json()).contains(code.substring(code.length() - 4));
                        }));
    list("agent", customer)
        .then()
        .statusCode(200)
        .body("items.voucherId", equalTo(List.of(voucher)))
        .body("items[0].code", nullValue());
    Api.as("agent").get("/v1/loyalty/vouchers/{id}", voucher).then().body("code", nullValue());
  }

  @Test
  void a_customer_reads_its_own_codes_and_nobody_elses() {
    UUID customer = others.registeredCustomer();
    UUID other = others.registeredCustomer();
    UUID campaign = campaign(TEN_POUNDS);
    String code = VoucherApi.assigned(campaign, customer);
    String voucher = list("agent", customer).path("items[0].voucherId");

    as(customer, customer).then().body("items.code", equalTo(List.of(code)));
    as(other, customer).then().statusCode(200).body("items", hasSize(0));
    Api.with(Tokens.customer(customer))
        .get("/v1/loyalty/vouchers/{id}", voucher)
        .then()
        .statusCode(200)
        .body("code", equalTo(code));
    Api.with(Tokens.customer(other))
        .get("/v1/loyalty/vouchers/{id}", voucher)
        .then()
        .statusCode(404);
    Api.as("agent").get("/v1/loyalty/vouchers").then().statusCode(400);
  }

  @Test
  void unknown_customers_get_none() {
    assign(campaign(TEN_POUNDS), UuidV7.next())
        .then()
        .statusCode(422)
        .body("type", endsWith("/problems/unknown-customer"));
    assign(UuidV7.next(), others.registeredCustomer()).then().statusCode(404);
    VoucherApi.make(UuidV7.next(), 5).then().statusCode(404);
    VoucherApi.make(campaign(TEN_POUNDS), 0)
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/count"));
  }

  private static Response list(String role, UUID customer) {
    return Api.as(role).get("/v1/loyalty/vouchers?customerId=" + customer);
  }

  private static Response as(UUID caller, UUID customer) {
    return Api.with(Tokens.customer(caller)).get("/v1/loyalty/vouchers?customerId=" + customer);
  }

  private String made(UUID campaign, int count) {
    String operation = start(campaign, count);
    awaitEnd(operation);
    return operation;
  }

  private static String start(UUID campaign, int count) {
    return VoucherApi.make(campaign, count).then().statusCode(202).extract().header("Location");
  }

  private void awaitEnd(String operation) {
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () -> {
              clock.advance(Duration.ofSeconds(1));
              assertThat(Api.as("marketer").get(operation).<String>path("state"))
                  .isNotEqualTo("RUNNING");
            });
  }

  private static String csv(UUID campaign) {
    return Api.as("marketer")
        .accept("text/csv")
        .get("/v1/loyalty/voucher-campaigns/{id}/vouchers/export", campaign)
        .then()
        .statusCode(200)
        .header("Content-Disposition", containsString("vouchers.csv"))
        .extract()
        .asString();
  }

  private long count(UUID campaign) {
    return number("SELECT count(*) FROM voucher WHERE campaign_id = :id", campaign);
  }

  private long downloads(UUID campaign) {
    return number(
        "SELECT count(*) FROM audit_entry"
            + " WHERE action = 'voucher-codes.downloaded' AND subject_id = :id::text",
        campaign);
  }

  private long number(String sql, UUID id) {
    return jdbi.withHandle(
        handle -> handle.createQuery(sql).bind("id", id).mapTo(Long.class).one());
  }
}
