package io.github.langgan.loyalty.model.tier;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.tier.Downgrade.Returns;
import io.github.langgan.loyalty.model.tier.Downgrade.Steps;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A purchase may come before the clock's own work was done: the fall before it is told all the
 * same.
 */
class UntoldTest {

  private static final UUID ID = new UUID(1, 1);
  private static final Membership HOLDER =
      new Membership(
          new MembershipId(ID),
          new CustomerId(ID),
          new CustomerId(ID),
          new ProgramId(ID),
          ID,
          on("2024-01-01"),
          null);

  private static Instant on(String day) {
    return Instant.parse(day + "T00:00:00Z");
  }

  private static TierScheme yearly(Steps steps) {
    return new TierScheme(
        1,
        on("2024-01-01"),
        Basis.POINTS,
        new TierPeriod(TierPeriod.Kind.CALENDAR_YEAR, null),
        false,
        List.of(
            new Level("BASIC", "Basic", BigDecimal.ZERO),
            new Level("SILVER", "Silver", BigDecimal.valueOf(100)),
            new Level("GOLD", "Gold", BigDecimal.valueOf(300))),
        new Validity(1, null),
        new Downgrade(10, steps, Returns.AT_ONCE),
        Set.of());
  }

  private static MemberTier gold(Steps steps, Counted... later) {
    Map<UUID, Counted> counted = new HashMap<>();
    counted.put(ID, Counted.purchase(on("2024-03-01"), 350, BigDecimal.ZERO));
    for (Counted one : later) {
      counted.put(UUID.randomUUID(), one);
    }
    return new MemberTier(
        HOLDER,
        List.of(yearly(steps)),
        ZoneOffset.UTC,
        Map.of(HOLDER, counted),
        List.of(),
        List.of(),
        new Kept("GOLD", on("2024-03-01"), on("2026-01-11")));
  }

  private static List<String> untold(MemberTier tier, String day) {
    return tier.untold(on(day)).stream().map(held -> held.level().code()).toList();
  }

  @Test
  void a_fall_before_a_rise() {
    Counted again = Counted.purchase(on("2026-02-01"), 400, BigDecimal.ZERO);

    assertThat(untold(gold(Steps.TO_QUALIFIED, again), "2026-01-10")).isEmpty();
    assertThat(untold(gold(Steps.TO_QUALIFIED, again), "2026-02-01")).containsExactly("BASIC");
  }

  @Test
  void each_step() {
    assertThat(untold(gold(Steps.ONE_STEP), "2027-05-01")).containsExactly("SILVER", "BASIC");
  }

  @Test
  void nothing_fell_that_a_late_purchase_holds() {
    Counted late = Counted.purchase(on("2025-12-01"), 400, BigDecimal.ZERO);

    assertThat(untold(gold(Steps.TO_QUALIFIED, late), "2026-02-01")).isEmpty();
  }
}
