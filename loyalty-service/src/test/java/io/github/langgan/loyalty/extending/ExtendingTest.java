package io.github.langgan.loyalty.extending;

import static io.github.langgan.loyalty.testing.OfferApi.BUDGET;
import static io.github.langgan.loyalty.testing.OfferApi.CONTACT;
import static io.github.langgan.loyalty.testing.OfferApi.ON_LAPSING;
import static io.github.langgan.loyalty.testing.OfferApi.POINTS;
import static io.github.langgan.loyalty.testing.Purchases.at;
import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.ManyMembers;
import io.github.langgan.loyalty.testing.Member;
import io.github.langgan.loyalty.testing.OfferApi;
import io.github.langgan.loyalty.testing.TierApi;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExtendingTest extends LoyaltyTest {

  @Inject ManyMembers many;

  private Member siti;

  @BeforeEach
  void a_member() {
    siti = Member.of(others, "");
  }

  private UUID active(String... members) {
    return OfferApi.active(
        siti.program(),
        Stream.concat(Stream.of(POINTS), Stream.of(members)).toArray(String[]::new));
  }

  private void lapses(Member member) {
    others.became(member.customer(), "LAPSING", clock.instant());
  }

  private static List<String> offersOf(Member member) {
    return OfferApi.offers(member.membership()).jsonPath().getList("items.propositionId");
  }

  private String withheld(UUID proposition, Member member) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT reason FROM offer_withheld
                     WHERE proposition_id = :proposition AND membership_id = :membership
                    """)
                .bind("proposition", proposition)
                .bind("membership", member.membership())
                .mapTo(String.class)
                .findOne()
                .orElse("NOT"));
  }

  @Test
  void who_lapses_is_offered_what_waits_for_that_once() {
    UUID waits = active(BUDGET, CONTACT, ON_LAPSING);
    active(BUDGET, CONTACT, ON_LAPSING.replace("LAPSING", "LAPSED"));
    active(BUDGET, CONTACT);
    Member other = siti.other();

    lapses(siti);
    assertThat(offersOf(siti)).containsExactly(waits.toString());
    assertThat(offersOf(other)).isEmpty();
    clock.advance(Duration.ofHours(1));
    lapses(siti);
    assertThat(offersOf(siti)).containsExactly(waits.toString());
  }

  @Test
  void who_is_content_gets_a_gift() {
    String trigger = "\"triggers\":[{\"on\":\"SATISFACTION_RATED\",\"atLeast\":9}]";
    UUID gift = active(BUDGET, CONTACT, trigger);
    Member other = siti.other();

    others.rated(siti.customer(), 9, clock.instant());
    others.rated(other.customer(), 8, clock.instant());

    assertThat(offersOf(siti)).containsExactly(gift.toString());
    assertThat(offersOf(other)).isEmpty();
    OfferApi.offers(siti.membership())
        .then()
        .body("items.occurrence", contains("SATISFACTION_RATED"));
  }

  @Test
  void who_enters_a_segment_is_offered_what_waits_there() {
    String trigger = "\"triggers\":[{\"on\":\"SEGMENT_ENTERED\",\"segment\":\"vip\"}]";
    UUID vip = active(BUDGET, CONTACT, trigger);
    Member other = siti.other();

    others.moved("segment.entered", siti.customer(), "vip", clock.instant());
    others.moved("segment.entered", other.customer(), "new", clock.instant());
    others.moved("segment.left", other.customer(), "vip", clock.instant());

    assertThat(offersOf(siti)).containsExactly(vip.toString());
    assertThat(offersOf(other)).isEmpty();
  }

  @Test
  void nothing_is_offered_before_its_time_after_it_or_in_a_pause() {
    Instant later = clock.instant().plus(Duration.ofDays(10));
    UUID draft =
        OfferApi.create(siti.program(), POINTS, BUDGET, CONTACT, ON_LAPSING)
            .jsonPath()
            .getUUID("propositionId");
    UUID paused = active(BUDGET, CONTACT, ON_LAPSING);
    OfferApi.act(paused, "pause");
    active(BUDGET, CONTACT, ON_LAPSING, "\"validFrom\":\"%s\"".formatted(later));
    active(
        BUDGET,
        CONTACT,
        ON_LAPSING,
        "\"validUntil\":\"%s\"".formatted(clock.instant().plusSeconds(1)));
    clock.advance(Duration.ofSeconds(2));

    lapses(siti);
    assertThat(offersOf(siti)).isEmpty();

    OfferApi.act(draft, "activation").then().statusCode(200);
    // it happened before, and is only heard of now
    others.became(siti.customer(), "LAPSING", clock.instant().minus(Duration.ofDays(3)));
    assertThat(offersOf(siti)).isEmpty();
  }

  @Test
  void the_audience_is_all_that_it_asks() {
    TierApi.scheme(
        siti.program(),
        "\"basis\":\"POINTS\",\"period\":{\"kind\":\"ROLLING\",\"days\":30},\"validity\":{\"days\":30}");
    Member silver = siti.other();
    others.recorded(silver.customer(), at(clock.instant(), purchase(line("HOME", 100, "1.00"))));
    await().untilAsserted(() -> assertThat(silver.active()).isEqualTo(100));
    UUID proposition =
        active(
            BUDGET,
            CONTACT,
            ON_LAPSING,
            "\"audience\":{\"tiers\":[\"SILVER\",\"GOLD\"],\"segments\":[\"tea\"],\"stages\":[\"LAPSING\"]}");

    lapses(silver);
    assertThat(withheld(proposition, silver)).isEqualTo("NOT_IN_AUDIENCE");
    for (Member one : List.of(silver, siti)) {
      others.moved("segment.entered", one.customer(), "tea", clock.instant());
      clock.advance(Duration.ofMinutes(1));
      lapses(one);
    }
    assertThat(offersOf(silver)).containsExactly(proposition.toString());
    assertThat(withheld(proposition, silver)).isEqualTo("NOT");
    assertThat(offersOf(siti)).isEmpty();
    assertThat(withheld(proposition, siti)).isEqualTo("NOT_IN_AUDIENCE");
  }

  @Test
  void older_news_of_a_stage_or_segment_change_nothing() {
    Instant now = clock.instant();
    UUID proposition =
        active(BUDGET, CONTACT, "\"audience\":{\"segments\":[\"tea\"],\"stages\":[\"LAPSED\"]}");
    others.became(siti.customer(), "ACTIVE", now);
    others.became(siti.customer(), "LAPSED", now.minusSeconds(5));
    others.moved("segment.entered", siti.customer(), "tea", now);
    others.moved("segment.left", siti.customer(), "tea", now.minusSeconds(5));
    run(proposition);
    assertThat(withheld(proposition, siti)).isEqualTo("NOT_IN_AUDIENCE");

    others.became(siti.customer(), "LAPSED", now.plusSeconds(5));
    run(proposition);
    assertThat(offersOf(siti)).hasSize(1);
  }

  @Test
  void offers_stay_within_what_a_customer_should_get() {
    String twoAMonth = CONTACT.replace("\"most\":100,\"days\":1", "\"most\":2,\"days\":30");
    UUID first = active(BUDGET, CONTACT, ON_LAPSING);
    UUID second = active(BUDGET, CONTACT, ON_LAPSING);
    UUID third = active(BUDGET, twoAMonth, ON_LAPSING);

    lapses(siti);
    assertThat(offersOf(siti)).containsExactlyInAnyOrder(first.toString(), second.toString());
    assertThat(withheld(third, siti)).isEqualTo("CONTACT_BUDGET");

    clock.advance(Duration.ofDays(31));
    lapses(siti);
    assertThat(offersOf(siti)).contains(third.toString());
  }

  @Test
  void the_budget_is_never_overspent() {
    UUID byOffers = active("\"budget\":{\"offers\":2}", CONTACT);
    UUID byCost = active("\"budget\":{\"offers\":100,\"cost\":\"8.20\"}", CONTACT);
    siti.other();
    siti.other();

    for (int i = 0; i < 2; i++) {
      run(byOffers);
      run(byCost);
    }

    // 4.05 each
    for (UUID one : List.of(byOffers, byCost)) {
      OfferApi.read(one)
          .then()
          .body("budget.extended", equalTo(2))
          .body("budget.committed", equalTo("8.10"));
    }
    OfferApi.read(byOffers).then().body("budget.offers", equalTo(2));
    Api.as("marketer")
        .header("Idempotency-Key", UuidV7.next().toString())
        .body("{\"offers\":1}")
        .post("/v1/loyalty/propositions/{id}/budget", byOffers)
        .then()
        .statusCode(200);
    run(byOffers);
    OfferApi.read(byOffers).then().body("budget.extended", equalTo(3));
  }

  @Test
  void a_run_offers_it_to_every_member_once() {
    many.customers(siti.program(), 1_200);
    UUID proposition = active("\"budget\":{\"offers\":5000}", CONTACT);

    run(proposition);
    OfferApi.read(proposition).then().body("budget.extended", equalTo(1_201));
    run(proposition);
    OfferApi.read(proposition).then().body("budget.extended", equalTo(1_201));
    await()
        .untilAsserted(
            () ->
                assertThat(
                        topics.published("offer.extended").stream()
                            .filter(event -> event.json().contains(proposition.toString()))
                            .count())
                    .isEqualTo(1_201));
    OfferApi.act(proposition, "pause");
    Api.as("marketer")
        .header("Idempotency-Key", UuidV7.next().toString())
        .post("/v1/loyalty/propositions/{id}/runs", proposition)
        .then()
        .statusCode(409)
        .body("state", equalTo("PAUSED"));
  }

  @Test
  void the_control_group_gets_nothing_and_stays_the_same() {
    many.customers(siti.program(), 999);
    UUID proposition =
        active(
            "\"budget\":{\"offers\":5000}",
            CONTACT,
            "\"pilot\":{\"controlShare\":\"0.3\",\"windowDays\":28}");

    run(proposition);
    Map<String, Long> first = outcomes(proposition);
    // 1,000 drawn with 0.3: five standard deviations are 73
    assertThat(first.get("CONTROL_GROUP")).isBetween(227L, 373L);
    assertThat(first.get("EXTENDED") + first.get("CONTROL_GROUP")).isEqualTo(1_000);
    run(proposition);
    assertThat(outcomes(proposition)).isEqualTo(first);
  }

  private Map<String, Long> outcomes(UUID proposition) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT state AS what, count(*) AS n FROM offer WHERE proposition_id = :id GROUP BY 1
                    UNION ALL
                    SELECT reason, count(*) FROM offer_withheld WHERE proposition_id = :id GROUP BY 1
                    """)
                .bind("id", proposition)
                .setMapKeyColumn("what")
                .setMapValueColumn("n")
                .collectInto(new org.jdbi.v3.core.generic.GenericType<Map<String, Long>>() {}));
  }

  private void run(UUID proposition) {
    String operation = OfferApi.run(proposition);
    await()
        .untilAsserted(
            () -> {
              clock.advance(Duration.ofSeconds(1));
              Api.as("marketer").get(operation).then().body("state", equalTo("SUCCEEDED"));
            });
  }
}
