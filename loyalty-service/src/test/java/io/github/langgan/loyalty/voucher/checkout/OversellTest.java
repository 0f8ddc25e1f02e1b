package io.github.langgan.loyalty.voucher.checkout;

import static io.github.langgan.loyalty.testing.VoucherApi.TEN_POUNDS;
import static io.github.langgan.loyalty.testing.VoucherApi.body;
import static io.github.langgan.loyalty.testing.VoucherApi.campaign;
import static io.github.langgan.loyalty.testing.VoucherApi.confirm;
import static io.github.langgan.loyalty.testing.VoucherApi.order;
import static io.github.langgan.loyalty.testing.VoucherApi.publicName;
import static io.github.langgan.loyalty.testing.VoucherApi.reserve;
import static io.github.langgan.loyalty.testing.VoucherApi.spent;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.VoucherApi;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Fifty at once want more than there is. */
@QuarkusTest
class OversellTest extends LoyaltyTest {

  private static final int AT_ONCE = 50;

  @BeforeAll
  static void a_token() {
    Tokens.partner("acme");
  }

  @Test
  void a_budget_pays_for_exactly_as_many_discounts_as_it_holds() throws Exception {
    String code = publicName();
    UUID campaign = publicCampaign(code, "\"budget\":{\"maximumDiscount\":\"225.00\"}");

    assertThat(redeemedAtOnce(() -> redeem(null, code))).isEqualTo(22);

    assertThat(spent(campaign)).isEqualTo("220.00 by 22");
  }

  @Test
  void a_code_is_used_as_often_as_it_may_be() throws Exception {
    String code = publicName();
    publicCampaign(code, "\"usesPerCode\":17");

    assertThat(redeemedAtOnce(() -> redeem(null, code))).isEqualTo(17);
  }

  @Test
  void a_customer_uses_a_campaign_as_often_as_it_may() throws Exception {
    String code = publicName();
    UUID customer = others.registeredCustomer();
    publicCampaign(code, "\"usesPerCustomer\":5");

    assertThat(redeemedAtOnce(() -> redeem(customer, code))).isEqualTo(5);
  }

  @Test
  void one_order_is_reserved_once_however_often_it_is_sent() throws Exception {
    String code = publicName();
    UUID campaign = publicCampaign(code, "\"budget\":{\"maximumRedemptions\":40}");
    String order = body(null, order(UuidV7.next().toString()), code);

    List<Integer> statuses = atOnce(() -> reserve(order).statusCode());

    assertThat(statuses).containsOnlyOnce(201).allMatch(status -> status == 201 || status == 200);
    assertThat(spent(campaign)).isEqualTo("10.00 by 1");
  }

  @Test
  void orders_with_two_vouchers_in_either_order_wait_for_each_other_in_one_order()
      throws Exception {
    String one = publicName();
    String other = publicName();
    UUID first = publicCampaign(one, "\"budget\":{\"maximumRedemptions\":20},\"usesPerCode\":30");
    UUID second =
        publicCampaign(other, "\"budget\":{\"maximumRedemptions\":30},\"usesPerCode\":25");
    var turn = new java.util.concurrent.atomic.AtomicInteger();

    int made =
        redeemedAtOnce(
            () ->
                turn.incrementAndGet() % 2 == 0
                    ? redeem(null, one, other)
                    : redeem(null, other, one));

    assertThat(made).isEqualTo(20);
    assertThat(spent(first)).isEqualTo("200.00 by 20");
    assertThat(spent(second)).isEqualTo("200.00 by 20");
  }

  @Test
  void what_is_overdue_is_given_back_once_while_others_take_it() throws Exception {
    String code = publicName();
    UUID campaign = publicCampaign(code, "\"budget\":{\"maximumDiscount\":\"200.00\"}");
    for (int i = 0; i < 20; i++) {
      VoucherApi.reserved(body(null, order(UuidV7.next().toString()), code));
    }
    clock.advance(Duration.ofMinutes(15));

    assertThat(redeemedAtOnce(() -> redeem(null, code))).isEqualTo(20);

    assertThat(spent(campaign)).isEqualTo("200.00 by 20");
  }

  @Test
  void a_reservation_is_used_or_let_go_not_both() throws Exception {
    String code = publicName();
    UUID campaign = publicCampaign(code, "\"budget\":{\"maximumDiscount\":\"200.00\"}");
    UUID reservation = VoucherApi.reserved(body(null, order(UuidV7.next().toString()), code));
    var turn = new java.util.concurrent.atomic.AtomicInteger();

    atOnce(
        () ->
            (turn.incrementAndGet() % 2 == 0
                    ? confirm(reservation)
                    : VoucherApi.release(reservation))
                .statusCode());

    assertThat(VoucherApi.read(reservation).<String>path("state")).isEqualTo("RELEASED");
    assertThat(spent(campaign)).isEqualTo("0.00 by 0");
  }

  private static UUID publicCampaign(String code, String members) {
    return campaign(TEN_POUNDS, members, "\"publicCode\":\"" + code + "\"");
  }

  private static int redeem(UUID customer, String... codes) {
    Response held = reserve(body(customer, order(UuidV7.next().toString()), codes));
    if (held.statusCode() != 201) {
      return held.statusCode();
    }
    return confirm(held.jsonPath().getUUID("reservationId")).statusCode();
  }

  /** How many were; all others were refused. */
  private static int redeemedAtOnce(Callable<Integer> redeem) throws Exception {
    List<Integer> statuses = atOnce(redeem);
    assertThat(statuses).allMatch(status -> status == 200 || status == 409);
    return (int) statuses.stream().filter(status -> status == 200).count();
  }

  private static List<Integer> atOnce(Callable<Integer> call) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> calls = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        calls.add(call);
      }
      return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
    }
  }
}
