package io.github.langgan.loyalty.liability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.ManyMembers;
import io.github.langgan.loyalty.testing.Member;
import io.github.langgan.loyalty.testing.OtherServices.Back;
import io.github.langgan.loyalty.testing.Purchases;
import io.github.langgan.loyalty.testing.RewardApi;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

@QuarkusTest
class LiabilityTest extends LoyaltyTest {

  @Inject ManyMembers members;

  @Test
  void it_says_what_was_owed_at_the_end_of_each_month_and_why() {
    Member siti = Member.of(others, "\"pointCost\":\"0.01\",\"validity\":{\"days\":40},");
    LocalDate first = month();
    var bought = Purchases.purchase(Purchases.line("HOME", 100, "1.00"));
    others.recorded(siti.customer(), bought);
    await().untilAsserted(() -> assertThat(siti.active()).isEqualTo(100));
    others.returned(siti.customer(), new Back(bought, 1, 10));
    await().untilAsserted(() -> assertThat(siti.active()).isEqualTo(90));
    UUID redemption = Api.redeem(siti.membership(), 30).jsonPath().getUUID("redemptionId");
    toNextMonth();
    Api.reverse(redemption, "{\"points\":5}").then().statusCode(200);
    siti.earn(20);
    RewardApi.reserved(siti.membership(), 7);

    JsonPath report = report(siti.program(), "").jsonPath();

    assertThat(report.getList("periods.start", String.class))
        .containsExactly(first.toString(), first.plusMonths(1).toString());
    assertThat(row(report, 0)).containsExactly(0L, 100L, 10L, 30L, 0L, 0L, 60L, 0L, 65L);
    assertThat(row(report, 1)).containsExactly(60L, 20L, 0L, 0L, 5L, 0L, 85L, 7L, 20L);
    assertThat(report.getLong("owed.points")).isEqualTo(85);
    assertThat(report.getString("owed.cost.amount")).isEqualTo("0.85");
    assertThat(report.getBoolean("reconciliation.agrees")).isTrue();
    assertThat(report.<Object>get("owed.breakage")).isNull();

    toNextMonth();
    toNextMonth();
    await()
        .untilAsserted(
            () -> {
              clock.advance(Duration.ofMinutes(1));
              report(siti.program(), "").then().body("owed.points", equalTo(0));
            });
    report(siti.program(), "?from=" + month())
        .then()
        .body("periods.size()", equalTo(1))
        .body("periods[0].expired", equalTo(85))
        .body("periods[0].opening", equalTo(85));
    report(siti.program(), "?by=YEAR").then().body("periods[-1].closing", equalTo(0));
  }

  @Test
  void points_that_can_not_be_spent_yet_are_told() {
    Member siti = Member.of(others, "\"activationDays\":3,");
    others.recorded(
        siti.customer(),
        Purchases.at(clock.instant(), Purchases.purchase(Purchases.line("HOME", 40, "1.00"))));
    await()
        .untilAsserted(
            () -> report(siti.program(), "").then().body("periods[-1].pending", equalTo(40)));
    clock.advance(Duration.ofDays(4));
    report(siti.program(), "")
        .then()
        .body("periods[-1].pending", equalTo(0))
        .body("periods[-1].closing", equalTo(40));
  }

  /**
   * All lots are 90 days old and expire with 180; 60 of 300 were redeemed now, in the fourth
   * interval of 30 days, of which half was seen: a third of the others would be in a whole one.
   */
  @Test
  void breakage_is_expected_as_these_members_did_before() {
    UUID program = Api.program();
    members.customers(program, 300);
    var now = clock.instant();
    members.give(program, 100, now.minus(Duration.ofDays(90)), now.plus(Duration.ofDays(90)));
    members.memberships(program).stream()
        .limit(60)
        .forEach(one -> Api.redeem(one, 100).then().statusCode(201));

    JsonPath report = report(program, "").jsonPath();

    double fourth = 1 - 6_000 / (30_000 - 24_000 / 2.0);
    double later = 1 - 6_000 / (30_000 * 2 + 18_000.0);
    double expected = 24_000 * Math.sqrt(fourth) * later * later * Math.sqrt(later);
    assertThat(report.getDouble("owed.breakage.expected")).isEqualTo(expected, within(1.0));
    assertThat(report.getDouble("owed.breakage.low")).isBetween(10_000.0, expected);
    assertThat(report.getDouble("owed.breakage.high")).isBetween(expected, 24_000.0);
    assertThat(report.getLong("owed.expiring")).isEqualTo(24_000);
    assertThat(report.getLong("owed.members")).isEqualTo(240);
    assertThat(report.getList("periods.expectedBreakage", Long.class).getFirst())
        .isEqualTo(Math.round(expected));
  }

  /**
   * All lots are 90 days old and lapse after 60 of inactivity. Of 400 60 were redeemed now and 60
   * lapsed, so that as many of the rest are expected to go by the one as by the other.
   */
  @Test
  void points_that_lapse_are_expected_to_as_these_members_points_did_before() {
    UUID program = Api.program();
    members.customers(program, 400);
    var now = clock.instant();
    members.give(program, 100, now.minus(Duration.ofDays(90)), now.plus(Duration.ofDays(30)));
    ofLots(program, "lapses_after = 'P60D'", 400);
    members.memberships(program).stream()
        .limit(60)
        .forEach(one -> Api.redeem(one, 100).then().statusCode(201));
    ofLots(program, "expires_at = now() - interval '1 year'", 60);
    await()
        .untilAsserted(
            () -> {
              clock.advance(Duration.ofMinutes(1));
              report(program, "").then().body("owed.points", equalTo(28_000));
            });

    JsonPath report = report(program, "").jsonPath();

    assertThat(report.getDouble("owed.breakage.expected")).isEqualTo(14_000, within(1.0));
    assertThat(report.getDouble("owed.breakage.low")).isBetween(9_000.0, 13_999.0);
    assertThat(report.getDouble("owed.breakage.high")).isBetween(14_001.0, 19_000.0);
    assertThat(report.getLong("owed.expiring")).isEqualTo(28_000);
    ofLots(program, "lapses_after = 'P120D'", 400);
    report(program, "").then().body("owed.breakage", nullValue());
    ofLots(program, "lapses_after = NULL", 400);
  }

  /** Of lots that hold points, or that held some. */
  private void ofLots(UUID program, String change, int number) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE lot SET <change> WHERE id IN (
                      SELECT l.id FROM lot l JOIN account a ON a.id = l.account_id
                       WHERE a.program_id = :program ORDER BY l.remaining DESC LIMIT :number)
                    """)
                .define("change", change)
                .bind("program", program)
                .bind("number", number)
                .execute());
  }

  @Test
  void the_same_stands_in_a_file_and_in_a_picture() throws Exception {
    Member siti = Member.with(others, 100);
    Api.redeem(siti.membership(), 30).then().statusCode(201);
    String path = "/v1/loyalty/programs/" + siti.program() + "/liability";

    String csv = Api.as("analyst").get(path + ".csv").then().statusCode(200).extract().asString();
    assertThat(csv)
        .isEqualTo(
            """
            start,end,opening,issued,returned,compensated,granted,redeemed,reversed,expired,closing,\
            pending,reserved,left,expectedBreakage\r
            %s,%s,0,100,0,0,0,30,0,0,70,0,0,70,\r
            """
                .formatted(month(), month().plusMonths(1)));
    String svg =
        Api.as("analyst")
            .get(path + ".svg")
            .then()
            .statusCode(200)
            .contentType("image/svg+xml")
            .extract()
            .asString();
    var bars =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)))
            .getElementsByTagName("title");
    List<String> told = new java.util.ArrayList<>();
    for (int i = 0; i < bars.getLength(); i++) {
      told.add(bars.item(i).getTextContent());
    }
    assertThat(told)
        .contains(
            month() + " owed: 70", month() + " came: 100", month() + " redeemed and returned: 30");
  }

  @Test
  void only_the_company_reads_it() {
    UUID program = Api.program();
    for (String token : List.of(Tokens.of("agent"), Tokens.customer(UuidV7.next()))) {
      Api.with(token).get("/v1/loyalty/programs/{id}/liability", program).then().statusCode(403);
    }
    report(UuidV7.next(), "").then().statusCode(404);
    report(program, "")
        .then()
        .body("owed.points", equalTo(0))
        .body("owed.cost", nullValue())
        .body("periods.closing", contains(0));
  }

  private static Response report(UUID program, String query) {
    return Api.as("manager").get("/v1/loyalty/programs/" + program + "/liability" + query);
  }

  private static List<Long> row(JsonPath report, int period) {
    return List.of(
            "opening",
            "issued",
            "returned",
            "redeemed",
            "reversed",
            "expired",
            "closing",
            "reserved",
            "left")
        .stream()
        .map(name -> report.getLong("periods[" + period + "]." + name))
        .toList();
  }

  private LocalDate month() {
    return clock.instant().atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
  }

  private void toNextMonth() {
    var next = month().plusMonths(1).atStartOfDay(ZoneOffset.UTC).plusHours(1).toInstant();
    clock.advance(Duration.between(clock.instant(), next));
  }
}
