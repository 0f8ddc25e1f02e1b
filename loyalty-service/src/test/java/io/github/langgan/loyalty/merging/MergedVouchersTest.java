package io.github.langgan.loyalty.merging;

import static io.github.langgan.loyalty.testing.VoucherApi.TEN_POUNDS;
import static io.github.langgan.loyalty.testing.VoucherApi.assigned;
import static io.github.langgan.loyalty.testing.VoucherApi.body;
import static io.github.langgan.loyalty.testing.VoucherApi.campaign;
import static io.github.langgan.loyalty.testing.VoucherApi.order;
import static io.github.langgan.loyalty.testing.VoucherApi.publicCode;
import static io.github.langgan.loyalty.testing.VoucherApi.read;
import static io.github.langgan.loyalty.testing.VoucherApi.redeemed;
import static io.github.langgan.loyalty.testing.VoucherApi.validate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MergedVouchersTest extends LoyaltyTest {

  private UUID survivor;
  private UUID merged;
  private UUID campaign;

  @BeforeEach
  void two_customers() {
    survivor = others.registeredCustomer();
    merged = others.registeredCustomer();
    campaign = campaign(TEN_POUNDS);
  }

  @Test
  void vouchers_of_the_merged_one_are_the_survivors_until_the_split() {
    String ofSurvivor = assigned(campaign, survivor);
    String ofMerged = assigned(campaign, merged);
    UUID merge = others.merged(survivor, merged);

    assertThat(own(survivor)).containsExactlyInAnyOrder(ofSurvivor, ofMerged);
    assertThat(own(merged)).containsExactlyInAnyOrder(ofSurvivor, ofMerged);
    validate(body(survivor, order("x"), ofMerged)).then().body("vouchers.applies", contains(true));
    validate(body(merged, order("x"), ofSurvivor)).then().body("vouchers.applies", contains(true));
    String meanwhileForMerged = assigned(campaign, merged);
    String meanwhileForSurvivor = assigned(campaign, survivor);

    others.unmerged(merge, survivor, merged);

    assertThat(own(survivor)).containsExactlyInAnyOrder(ofSurvivor, meanwhileForSurvivor);
    assertThat(own(merged)).containsExactlyInAnyOrder(ofMerged, meanwhileForMerged);
    validate(body(survivor, order("x"), ofMerged))
        .then()
        .body("vouchers.reason", contains("OTHER_CUSTOMER"));
  }

  @Test
  void limits_count_the_uses_of_both_until_the_split() {
    String twice = publicCode(TEN_POUNDS, "\"usesPerCustomer\":2");
    UUID ofMerged = redeemed(body(merged, order(UuidV7.next().toString()), twice));
    redeemed(body(survivor, order(UuidV7.next().toString()), twice));
    UUID merge = others.merged(survivor, merged);

    limitIsReached(survivor, twice);
    limitIsReached(merged, twice);
    read(ofMerged).then().body("customerId", equalTo(survivor.toString()));

    others.unmerged(merge, survivor, merged);

    redeemed(body(merged, order(UuidV7.next().toString()), twice));
    limitIsReached(merged, twice);
    redeemed(body(survivor, order(UuidV7.next().toString()), twice));
    limitIsReached(survivor, twice);
    read(ofMerged).then().body("customerId", equalTo(merged.toString()));
  }

  @Test
  void what_was_used_meanwhile_counts_for_the_record_that_was_named() {
    String twice = publicCode(TEN_POUNDS, "\"usesPerCustomer\":2");
    UUID merge = others.merged(survivor, merged);
    redeemed(body(merged, order(UuidV7.next().toString()), twice));
    redeemed(body(merged, order(UuidV7.next().toString()), twice));

    others.unmerged(merge, survivor, merged);

    limitIsReached(merged, twice);
    validate(body(survivor, order("x"), twice)).then().body("vouchers.applies", contains(true));
  }

  private static void limitIsReached(UUID customer, String code) {
    validate(body(customer, order("x"), code))
        .then()
        .body("vouchers.reason", contains("LIMIT_REACHED"));
  }

  /** The codes that the customer reads. */
  private static List<String> own(UUID customer) {
    return Api.with(Tokens.customer(customer))
        .get("/v1/loyalty/vouchers?customerId=" + customer)
        .then()
        .statusCode(200)
        .extract()
        .path("items.code");
  }
}
