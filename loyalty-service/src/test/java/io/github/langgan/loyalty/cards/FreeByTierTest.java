package io.github.langgan.loyalty.cards;

import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.loyalty.testing.CardApi;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.Member;
import io.github.langgan.loyalty.testing.TierApi;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The range's cards cost ten pounds; half of it for another piece, nothing for gold members. */
@QuarkusTest
class FreeByTierTest extends LoyaltyTest {

  @Test
  void a_gold_member_gets_a_new_card_for_nothing_while_it_is_one() {
    Member siti = Member.of(others, "");
    TierApi.scheme(
        siti.program(),
        """
        "basis":"POINTS","period":{"kind":"ROLLING","days":30},"validity":{"days":30}""");
    UUID card = CardApi.activeCard(siti.membership(), CardApi.physicalRange(siti.program()));
    CardApi.block(card, "LOST").then().statusCode(200);
    CardApi.quote(card).then().body("fee.amount", equalTo("5.00"));

    TierApi.grant(siti.membership(), "GOLD", clock.instant().plus(Duration.ofDays(2)))
        .then()
        .statusCode(201);
    CardApi.quote(card).then().body("fee.amount", equalTo("0.00"));
    clock.advance(Duration.ofDays(3));
    CardApi.quote(card).then().body("fee.amount", equalTo("5.00"));

    TierApi.grant(siti.membership(), "GOLD", clock.instant().plus(Duration.ofDays(2)));
    CardApi.replace(card).then().statusCode(200).body("fee.amount", equalTo("0.00"));
  }
}
