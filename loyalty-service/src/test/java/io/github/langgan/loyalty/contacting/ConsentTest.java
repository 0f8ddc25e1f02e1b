package io.github.langgan.loyalty.contacting;

import static io.github.langgan.loyalty.testing.OfferApi.BUDGET;
import static io.github.langgan.loyalty.testing.OfferApi.CONTACT;
import static io.github.langgan.loyalty.testing.OfferApi.ON_LAPSING;
import static io.github.langgan.loyalty.testing.OfferApi.POINTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.Member;
import io.github.langgan.loyalty.testing.OfferApi;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConsentTest extends LoyaltyTest {

  private static final String ASKS =
      CONTACT.replace("\"needsConsent\":false", "\"needsConsent\":true");

  private Member siti;
  private UUID proposition;

  @BeforeEach
  void a_member() {
    siti = Member.of(others, "");
  }

  private void waits(String contact) {
    proposition = OfferApi.active(siti.program(), POINTS, BUDGET, contact, ON_LAPSING);
  }

  private void lapses(UUID customer) {
    clock.advance(Duration.ofMinutes(1));
    others.became(customer, "LAPSING", clock.instant());
  }

  private List<String> states() {
    return OfferApi.offers(siti.membership()).jsonPath().getList("items.state");
  }

  private void says(String kind) {
    clock.advance(Duration.ofMinutes(1));
    others.said(siti.customer(), kind, clock.instant());
  }

  @Test
  void without_a_consent_nothing_is_offered_that_needs_one() {
    waits(ASKS);
    lapses(siti.customer());
    assertThat(states()).isEmpty();
    says("GRANTED");
    lapses(siti.customer());
    assertThat(states()).containsExactly("EXTENDED");
  }

  @Test
  void who_withdraws_its_consent_has_the_offer_no_more() {
    waits(ASKS);
    says("GRANTED");
    lapses(siti.customer());
    UUID offer = OfferApi.offer(siti.membership());

    says("WITHDRAWN");
    assertThat(states()).containsExactly("WITHDRAWN");
    OfferApi.answer(offer, "acceptance").then().statusCode(409).body("state", equalTo("WITHDRAWN"));
    await()
        .untilAsserted(
            () ->
                assertThat(topics.published("offer.withdrawn"))
                    .anyMatch(event -> event.json().contains(offer.toString())));
    OfferApi.read(proposition).then().body("budget.committed", equalTo("0.05"));
  }

  @Test
  void an_offer_that_needs_no_consent_outlives_a_withdrawal_but_no_objection() {
    waits(CONTACT);
    lapses(siti.customer());
    says("WITHDRAWN");
    assertThat(states()).containsExactly("EXTENDED");
    says("OBJECTED");
    assertThat(states()).containsExactly("WITHDRAWN");
  }

  @Test
  void what_was_accepted_stays() {
    waits(CONTACT);
    lapses(siti.customer());
    OfferApi.answer(OfferApi.offer(siti.membership()), "acceptance").then().statusCode(200);
    says("OBJECTED");
    assertThat(states()).containsExactly("ACCEPTED");
    assertThat(siti.active()).isEqualTo(500);
  }

  @Test
  void who_is_restricted_is_offered_nothing_until_that_is_lifted() {
    waits(CONTACT);
    UUID request = UuidV7.next();
    String restriction =
        "{\"requestId\":\"%s\",\"customerId\":\"%s\",\"%s\":\"2026-02-13T02:30:00.250Z\"}";
    others.toldOf(
        siti.customer(),
        "customer.restricted",
        restriction.formatted(request, siti.customer(), "restrictedAt"));
    lapses(siti.customer());
    assertThat(states()).isEmpty();
    others.toldOf(
        siti.customer(),
        "customer.restriction-lifted",
        restriction.formatted(request, siti.customer(), "liftedAt"));
    lapses(siti.customer());
    assertThat(states()).containsExactly("EXTENDED");
  }

  @Test
  void who_died_is_offered_nothing() {
    waits(CONTACT);
    lapses(siti.customer());
    others.toldOf(
        siti.customer(),
        "customer.deceased",
        "{\"customerId\":\"%s\",\"since\":\"2026-02-10T17:00:00Z\",\"reportedAt\":\"2026-02-13T02:30:00Z\"}"
            .formatted(siti.customer()));
    assertThat(states()).containsExactly("WITHDRAWN");
  }

  @Test
  void what_was_said_for_a_merged_record_counts_for_both() {
    waits(CONTACT);
    UUID double_ = others.registeredCustomer();
    others.said(double_, "OBJECTED", clock.instant());
    UUID merge = others.merged(siti.customer(), double_);
    lapses(siti.customer());
    assertThat(states()).isEmpty();
    others.unmerged(merge, siti.customer(), double_);
    lapses(siti.customer());
    assertThat(states()).containsExactly("EXTENDED");
  }
}
