package io.github.langgan.loyalty.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.Member;
import io.github.langgan.loyalty.testing.RewardApi;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PinTest extends LoyaltyTest {

  private Member siti;

  @BeforeEach
  void a_program_that_asks_for_a_pin() {
    siti = Member.with(others, 1_000);
    RewardApi.policy(siti.program(), 0, "{\"pinAbove\":100}").then().statusCode(200);
  }

  @Test
  void many_points_take_the_pin_that_the_member_has_set() {
    redeem(101, null).then().statusCode(403).body("type", endsWith("/problems/pin-required"));
    redeem(101, "4071").then().statusCode(403).body("detail", containsString("no PIN yet"));

    setPin("4071").then().statusCode(204);

    redeem(101, null).then().statusCode(403).body("type", endsWith("/problems/pin-required"));
    redeem(101, "4071").then().statusCode(201);
    redeem(100, null).then().statusCode(201);
    redeem(1, "4072").then().statusCode(403).body("type", endsWith("/problems/pin-wrong"));
    assertThat(siti.active()).isEqualTo(799);
    assertThat(stored("4071")).isFalse();
  }

  @Test
  void after_five_wrong_ones_it_is_locked_for_a_quarter_of_an_hour() {
    setPin("4071");
    for (int left = 4; left >= 0; left--) {
      redeem(101, "9999")
          .then()
          .statusCode(403)
          .body("type", endsWith("/problems/pin-wrong"))
          .body("triesLeft", equalTo(left));
    }

    redeem(101, "4071").then().statusCode(403).body("type", endsWith("/problems/pin-locked"));

    clock.advance(Duration.ofMinutes(15));
    redeem(101, "9999").then().statusCode(403).body("triesLeft", equalTo(4));
    redeem(101, "4071").then().statusCode(201);
    redeem(101, "9999").then().statusCode(403).body("triesLeft", equalTo(4));
  }

  @Test
  void a_new_pin_is_not_locked() {
    setPin("4071");
    for (int i = 0; i < 5; i++) {
      redeem(101, "9999");
    }
    setPin("80416").then().statusCode(204);
    redeem(101, "80416").then().statusCode(201);
    redeem(101, "4071").then().statusCode(403).body("triesLeft", equalTo(4));
  }

  @Test
  void guesses_at_once_are_counted_each() throws Exception {
    setPin("4071");
    Tokens.of("agent");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<String> guess =
          () -> {
            Response answer = redeem(101, "9999");
            return answer.statusCode() == 429 ? "later" : answer.path("type");
          };
      List<String> answers =
          threads.invokeAll(Collections.nCopies(40, guess)).stream()
              .map(Future::resultNow)
              .toList();
      assertThat(answers)
          .filteredOn(type -> type.endsWith("pin-wrong"))
          .hasSizeLessThanOrEqualTo(5);
      assertThat(answers)
          .allMatch(
              type ->
                  type.endsWith("pin-wrong")
                      || type.endsWith("pin-locked")
                      || type.equals("later"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1111", "1234", "987654", "123", "123456789", "40x1", ""})
  void what_everybody_tries_first_is_no_pin(String pin) {
    setPin(pin).then().statusCode(422).body("errors[0].pointer", equalTo("/pin"));
  }

  @Test
  void a_member_sets_its_own_only() {
    UUID stranger = others.registeredCustomer();
    as(Tokens.customer(stranger), "4071").then().statusCode(404);
    as(Tokens.of("agent"), "4071").then().statusCode(403);
    as(Tokens.customer(siti.customer()), "4071").then().statusCode(204);
    Api.with(Tokens.customer(siti.customer()))
        .delete("/v1/loyalty/memberships/{id}/pin", siti.membership())
        .then()
        .statusCode(204);
    redeem(101, "4071").then().statusCode(403).body("type", endsWith("/problems/pin-required"));
  }

  private Response setPin(String pin) {
    return as(Tokens.of("manager"), pin);
  }

  private Response as(String token, String pin) {
    return Api.with(token)
        .body("{\"pin\":\"%s\"}".formatted(pin))
        .put("/v1/loyalty/memberships/{id}/pin", siti.membership());
  }

  private Response redeem(long points, String pin) {
    var request = Api.as("agent").header("Idempotency-Key", UuidV7.next().toString());
    return (pin == null ? request : request.header("Langgan-Pin", pin))
        .body("{\"points\":%d}".formatted(points))
        .post("/v1/loyalty/memberships/{id}/redemptions", siti.membership());
  }

  private boolean stored(String pin) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT EXISTS (SELECT FROM membership_pin p WHERE p::text LIKE :pin)")
                .bind("pin", "%\"" + pin + "\"%")
                .mapTo(Boolean.class)
                .one());
  }
}
