package io.github.langgan.loyalty.inbound;

import static io.github.langgan.loyalty.testing.Purchases.at;
import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.OtherServices;
import io.github.langgan.loyalty.testing.OtherServices.Back;
import io.github.langgan.loyalty.testing.PlainTiers;
import io.github.langgan.loyalty.testing.PlainTiers.Rules;
import io.github.langgan.loyalty.testing.TierApi;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Over random histories, a tier is what a plain model in memory says: whatever the order and the
 * batches in which purchases and returns become known, and whether all comes back at once or in
 * parts. A seed repeats its history.
 */
@QuarkusTest
class RandomTiersTest extends LoyaltyTest {

  private static final int PURCHASES = 12;
  private static final int DAYS = 900;

  @Inject TransactionListener listener;

  private Random random;
  private final Map<Integer, Long> quantities = new LinkedHashMap<>();
  private final Map<Integer, Instant> times = new LinkedHashMap<>();
  private final Map<Integer, List<Long>> returns = new LinkedHashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void a_tier_depends_on_what_was_bought_and_kept_and_on_nothing_else(long seed) {
    random = new Random(seed);
    boolean rolling = seed % 2 == 0;
    Rules rules =
        new Rules(rolling ? 120 : 0, rolling ? 60 : 0, random.nextInt(3) * 15, seed % 4 > 1);
    UUID program = Api.program();
    TierApi.scheme(program, json(rules, seed % 3 == 0 ? "POINTS" : "SPEND"));
    history();
    Member inParts = new Member(program, false);
    Member atOnce = new Member(program, true);

    inParts.hear(rules, seed);
    atOnce.hear(rules, seed);

    for (int look = 0; look < 6; look++) {
      String expected = inParts.model(rules).codeAt(clock.instant());
      assertThat(TierApi.code(inParts.membership)).as("seed %d", seed).isEqualTo(expected);
      assertThat(TierApi.code(atOnce.membership)).as("seed %d", seed).isEqualTo(expected);
      clock.advance(Duration.ofDays(random.nextInt(150)));
    }
  }

  private static String json(Rules rules, String basis) {
    return """
        "basis":"%s","period":%s,"validity":%s,"downgrade":{"graceDays":%d,"steps":"%s"}"""
        .formatted(
            basis,
            rules.rollingDays() == 0
                ? "{\"kind\":\"CALENDAR_YEAR\"}"
                : "{\"kind\":\"ROLLING\",\"days\":%d}".formatted(rules.rollingDays()),
            rules.validDays() == 0
                ? "{\"periods\":1}"
                : "{\"days\":%d}".formatted(rules.validDays()),
            rules.graceDays(),
            rules.oneStep() ? "ONE_STEP" : "TO_QUALIFIED");
  }

  private void history() {
    for (int one = 0; one < PURCHASES; one++) {
      long quantity = 1 + random.nextInt(180);
      quantities.put(one, quantity);
      times.put(one, clock.instant().minus(Duration.ofMinutes(random.nextInt(DAYS * 24 * 60))));
      if (random.nextInt(3) == 0) {
        long back = random.nextBoolean() ? quantity : 1 + random.nextLong(quantity);
        long first = random.nextLong(back + 1);
        returns.put(one, List.of(first, back - first));
      }
    }
  }

  /** Somebody who bought and gave back what the history says. */
  private final class Member {

    private final UUID customer = others.registeredCustomer();
    private final UUID membership;
    private final Map<Integer, Purchase> purchases = new LinkedHashMap<>();
    private final Map<Integer, Long> known = new LinkedHashMap<>();
    private final Map<Integer, Long> back = new LinkedHashMap<>();
    private final boolean allAtOnce;

    Member(UUID program, boolean allAtOnce) {
      this.membership = Api.membership(customer, program);
      this.allAtOnce = allAtOnce;
    }

    private record Heard(int purchase, long back, ReceivedEvent event) {}

    void hear(Rules rules, long seed) {
      List<Heard> events = events();
      Collections.shuffle(events, random);
      while (!events.isEmpty()) {
        List<Heard> batch = events.subList(0, Math.min(events.size(), 1 + random.nextInt(4)));
        List<ReceivedEvent> told = batch.stream().map(Heard::event).toList();
        batch.forEach(this::remember);
        batch.clear();
        QuarkusTransaction.requiringNew().run(() -> listener.apply(told));
        assertThat(TierApi.code(membership))
            .as("seed %d, %d to come", seed, events.size())
            .isEqualTo(model(rules).codeAt(clock.instant()));
      }
    }

    private void remember(Heard heard) {
      if (heard.back() == 0) {
        known.put(heard.purchase(), quantities.get(heard.purchase()));
      } else {
        back.merge(heard.purchase(), heard.back(), Long::sum);
      }
    }

    PlainTiers model(Rules rules) {
      PlainTiers plain = new PlainTiers(rules);
      known.forEach(
          (one, quantity) ->
              plain.buy(times.get(one), BigDecimal.valueOf(quantity - back.getOrDefault(one, 0L))));
      return plain;
    }

    private List<Heard> events() {
      List<Heard> events = new ArrayList<>();
      quantities.forEach(
          (one, quantity) -> {
            Purchase bought = at(times.get(one), purchase(line("HOME", quantity, "1.00")));
            purchases.put(one, bought);
            events.add(new Heard(one, 0, event(OtherServices.json(customer, bought))));
          });
      returns.forEach(
          (one, parts) -> {
            long all = parts.stream().mapToLong(Long::longValue).sum();
            for (long part : allAtOnce ? List.of(all) : parts) {
              if (part > 0) {
                Back some = new Back(purchases.get(one), 1, part);
                String json = OtherServices.returnJson(UuidV7.next(), customer, some);
                events.add(new Heard(one, part, event(json)));
              }
            }
          });
      return events;
    }

    private ReceivedEvent event(String json) {
      return new ReceivedEvent(
          UuidV7.next(),
          "transaction.recorded",
          1,
          "/profile",
          "crm.profile",
          customer,
          1,
          clock.instant(),
          customer.toString(),
          null,
          null,
          null,
          json.getBytes(UTF_8));
    }
  }
}
