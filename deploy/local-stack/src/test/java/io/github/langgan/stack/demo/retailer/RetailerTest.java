package io.github.langgan.stack.demo.retailer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.langgan.stack.demo.retailer.Happening.GivenBack;
import io.github.langgan.stack.demo.retailer.Happening.Naming;
import io.github.langgan.stack.demo.retailer.Happening.Purchase;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RetailerTest {

  private static final LocalDate UNTIL = LocalDate.of(2026, 10, 31);
  private static final Retailer RETAILER = new Retailer(new Edition(42, 2_000, 20_000, UNTIL));
  private static final List<Happening> ALL = RETAILER.happenings().toList();
  private static final List<Purchase> PURCHASES = of(Purchase.class);

  @Test
  void the_same_seed_gives_the_same() {
    Retailer again = new Retailer(RETAILER.edition());

    assertThat(again.shoppers()).isEqualTo(RETAILER.shoppers());
    assertThat(again.happenings().toList()).isEqualTo(ALL);
    assertThat(again.heroine()).isEqualTo(RETAILER.heroine());
  }

  @Test
  void another_seed_gives_others() {
    Retailer other = new Retailer(new Edition(43, 100, 1_000, UNTIL));

    assertThat(other.shoppers().getFirst().person())
        .isNotEqualTo(RETAILER.shoppers().getFirst().person());
  }

  @Test
  void more_customers_leave_the_others_and_their_baskets_as_they_were() {
    Retailer larger = new Retailer(new Edition(42, 3_000, 30_000, UNTIL));

    assertThat(larger.shoppers()).startsWith(RETAILER.shoppers().toArray(Shopper[]::new));
    Map<String, Happening> before =
        ALL.stream().collect(Collectors.toMap(Happening::externalId, happening -> happening));
    assertThat(larger.happenings().filter(each -> before.containsKey(each.externalId())))
        .allMatch(each -> each.equals(before.get(each.externalId())))
        .hasSizeGreaterThan(ALL.size() * 9 / 10);
  }

  @Test
  void there_are_about_as_many_purchases_as_asked_for_each_with_its_own_number() {
    assertThat(PURCHASES).hasSizeBetween(19_000, 21_000);
    assertThat(ALL.stream().map(Happening::externalId)).doesNotHaveDuplicates();
    assertThat(PURCHASES)
        .allMatch(purchase -> purchase.lines().size() <= 25 && purchase.total() > 0);
  }

  static List<Association> planted() {
    return Association.PLANTED;
  }

  @ParameterizedTest
  @MethodSource("planted")
  void planted_associations_are_in_the_baskets_with_their_lift(Association planted) {
    double count = PURCHASES.size();
    double antecedent = share(basket -> basket.containsAll(planted.antecedent()));
    double consequent = share(basket -> basket.contains(planted.consequent()));
    double both =
        share(
            basket ->
                basket.containsAll(planted.antecedent()) && basket.contains(planted.consequent()));

    assertThat(count).isPositive();
    assertThat(both).isCloseTo(planted.support(), Percentage.withPercentage(12));
    assertThat(both / antecedent).isCloseTo(planted.confidence(), within(0.04));
    assertThat(both / antecedent / consequent)
        .isCloseTo(planted.lift(), Percentage.withPercentage(12));
  }

  @Test
  void products_that_are_not_planted_together_have_no_lift() {
    double coffee = share(basket -> basket.contains("KOPI-165"));
    double noodles = share(basket -> basket.contains("MIE-INSTAN"));
    double both = share(basket -> basket.containsAll(Set.of("KOPI-165", "MIE-INSTAN")));

    assertThat(both / (coffee * noodles)).isCloseTo(1, within(0.15));
  }

  @Test
  void ramadan_and_paydays_are_busier_than_other_days() {
    Map<LocalDate, Long> byDay =
        PURCHASES.stream()
            .collect(
                Collectors.groupingBy(
                    purchase -> purchase.at().atZone(ZoneId.of("Asia/Jakarta")).toLocalDate(),
                    Collectors.counting()));
    // 1447 Hijri: Ramadan began on 18 February 2026, by the Umm al-Qura calendar
    double beforeLebaran = mean(byDay, LocalDate.of(2026, 3, 9), 10);
    double ordinary = mean(byDay, LocalDate.of(2026, 4, 5), 20);
    double payday = mean(byDay, LocalDate.of(2026, 4, 25), 6);

    assertThat(beforeLebaran).isGreaterThan(1.5 * ordinary);
    assertThat(payday).isGreaterThan(1.15 * ordinary);
  }

  @Test
  void the_lapsing_have_stopped_coming_and_the_loyal_have_not() {
    Map<Habit, LocalDate> newest =
        PURCHASES.stream()
            .collect(
                Collectors.toMap(
                    purchase -> purchase.shopper().habit(),
                    purchase -> purchase.at().atZone(ZoneId.of("Asia/Jakarta")).toLocalDate(),
                    (a, b) -> a.isAfter(b) ? a : b));

    assertThat(newest.get(Habit.LAPSING)).isBefore(UNTIL.minusDays(99));
    assertThat(newest.get(Habit.LOYAL)).isEqualTo(UNTIL);
    assertThat(RETAILER.shoppers().stream().map(Shopper::habit).distinct()).hasSize(3);
  }

  @Test
  void what_is_brought_back_was_bought_before_and_is_not_more() {
    List<GivenBack> back = of(GivenBack.class);

    assertThat(back).hasSizeBetween(300, 900);
    assertThat(back).anyMatch(GivenBack::all).anyMatch(each -> !each.namesPurchase());
    assertThat(back)
        .allMatch(each -> each.at().isAfter(each.purchase().at()))
        .allMatch(each -> each.namesPurchase() || each.purchase().naming() != Naming.NOBODY)
        .allMatch(
            each ->
                each.purchase().lines().stream()
                    .anyMatch(
                        line ->
                            line.product().equals(each.piece().product())
                                && line.quantity() >= each.piece().quantity()));
  }

  @Test
  void the_heroine_is_loyal_a_member_and_gets_points_for_her_trouble() {
    Shopper heroine = RETAILER.heroine();

    assertThat(heroine.habit()).isEqualTo(Habit.LOYAL);
    assertThat(heroine.member()).isTrue();
    assertThat(RETAILER.complaintOf(heroine))
        .hasValueSatisfying(complaint -> assertThat(complaint.points()).isEqualTo(500));
  }

  private static double share(Predicate<Set<String>> holds) {
    return PURCHASES.stream()
            .map(
                purchase ->
                    purchase.lines().stream()
                        .map(line -> line.product().code())
                        .collect(Collectors.toCollection(HashSet::new)))
            .filter(holds)
            .count()
        / (double) PURCHASES.size();
  }

  private static double mean(Map<LocalDate, Long> byDay, LocalDate from, int days) {
    return from.datesUntil(from.plusDays(days)).mapToLong(day -> byDay.getOrDefault(day, 0L)).sum()
        / (double) days;
  }

  private static <H extends Happening> List<H> of(Class<H> type) {
    return ALL.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
