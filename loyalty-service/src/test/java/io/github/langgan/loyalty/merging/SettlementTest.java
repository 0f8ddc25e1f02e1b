package io.github.langgan.loyalty.merging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.loyalty.merging.Settlement.Crossed;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Life;
import io.github.langgan.loyalty.model.ledger.Lot;
import io.github.langgan.loyalty.model.ledger.Share;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Points that were shared are divided; none comes or goes. */
class SettlementTest {

  private static final Instant NOW = Instant.parse("2026-02-13T09:00:00Z");
  private static final CustomerId SURVIVOR = new CustomerId(UUID.randomUUID());
  private static final CustomerId MERGED = new CustomerId(UUID.randomUUID());

  @Property(tries = 400)
  void each_gets_its_own_less_what_it_spent_of_the_others_or_the_rest_is_told(
      @ForAll("lots") List<Lot> lots,
      @ForAll @LongRange(min = 0, max = 60) long bySurvivor,
      @ForAll @LongRange(min = 0, max = 60) long byMerged) {
    Settlement settlement =
        Settlement.of(
            lots, SURVIVOR, Set.of(MERGED.value()), new Crossed(bySurvivor, byMerged), NOW);

    Map<UUID, Long> left = lots.stream().collect(Collectors.toMap(Lot::id, lot -> lot.remaining()));
    assertThat(settlement.shares())
        .allSatisfy(
            share ->
                assertThat(share.points())
                    .isPositive()
                    .isLessThanOrEqualTo(left.get(share.lotId())));
    assertThat(settlement.shares().stream().map(Share::lotId)).doesNotHaveDuplicates();
    long ofMerged = lots.stream().filter(SettlementTest::isMergeds).mapToLong(Lot::remaining).sum();
    long given = settlement.shares().stream().mapToLong(Share::points).sum();
    assertThat(given)
        .isEqualTo(
            ofMerged
                + bySurvivor
                - byMerged
                - settlement.mergedShort()
                + settlement.survivorShort());
    assertThat(Math.min(settlement.mergedShort(), settlement.survivorShort())).isZero();
  }

  @Property(tries = 400)
  void nobody_goes_short_while_the_other_has_points_that_live(
      @ForAll("lots") List<Lot> lots,
      @ForAll @LongRange(min = 0, max = 60) long bySurvivor,
      @ForAll @LongRange(min = 0, max = 60) long byMerged) {
    Settlement settlement =
        Settlement.of(
            lots, SURVIVOR, Set.of(MERGED.value()), new Crossed(bySurvivor, byMerged), NOW);

    Map<UUID, Long> given =
        settlement.shares().stream().collect(Collectors.toMap(Share::lotId, Share::points));
    for (Lot lot : lots) {
      if (lot.isAliveAt(NOW)) {
        long kept = lot.remaining() - given.getOrDefault(lot.id(), 0L);
        assertThat(settlement.mergedShort() > 0 && !isMergeds(lot) && kept > 0).isFalse();
        assertThat(settlement.survivorShort() > 0 && isMergeds(lot) && kept < lot.remaining())
            .isFalse();
      } else if (!isMergeds(lot)) {
        assertThat(given).doesNotContainKey(lot.id());
      }
    }
  }

  @Provide
  Arbitrary<List<Lot>> lots() {
    return Combinators.combine(
            Arbitraries.longs().between(1, 40),
            Arbitraries.integers().between(-2, 9),
            Arbitraries.of(true, false))
        .as(
            (points, days, mergeds) ->
                new Lot(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    null,
                    points,
                    points,
                    new Life(NOW, null, days == 9 ? null : NOW.plusSeconds(days * 86_400L)),
                    mergeds ? MERGED : null,
                    null))
        .list()
        .ofMaxSize(8);
  }

  private static boolean isMergeds(Lot lot) {
    return MERGED.equals(lot.cameFor());
  }
}
