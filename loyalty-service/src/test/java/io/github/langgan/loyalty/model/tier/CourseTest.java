package io.github.langgan.loyalty.model.tier;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.loyalty.model.tier.Downgrade.Returns;
import io.github.langgan.loyalty.model.tier.Downgrade.Steps;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CourseTest {

  private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
  private static final List<Level> LEVELS =
      List.of(level("BASIC", 0), level("SILVER", 100), level("GOLD", 300));
  private static final TierPeriod YEAR = new TierPeriod(TierPeriod.Kind.CALENDAR_YEAR, null);

  private static Level level(String code, long from) {
    return new Level(code, code, BigDecimal.valueOf(from));
  }

  private static Instant on(String day) {
    return LocalDate.parse(day).atStartOfDay(JAKARTA).toInstant();
  }

  private static TierScheme scheme(
      int version, String from, Basis basis, TierPeriod period, Validity validity, Steps steps) {
    return new TierScheme(
        version,
        on(from),
        basis,
        period,
        false,
        LEVELS,
        validity,
        new Downgrade(10, steps, Returns.AT_ONCE),
        Set.of());
  }

  private static TierScheme yearly(Steps steps) {
    return scheme(1, "2026-01-01", Basis.SPEND, YEAR, new Validity(1, null), steps);
  }

  private static Counted bought(String day, long spend) {
    return Counted.purchase(on(day), 0, BigDecimal.valueOf(spend));
  }

  private static Course course(TierScheme scheme, Counted... counted) {
    return new Course(List.of(scheme), JAKARTA, on("2024-02-29"), List.of(counted));
  }

  private static String code(Course course, String day) {
    return course.at(on(day)).level().code();
  }

  @Test
  void a_level_stays_to_the_end_of_the_next_year_and_the_days_of_grace() {
    Course course = course(yearly(Steps.TO_QUALIFIED), bought("2026-03-01", 350));

    assertThat(code(course, "2026-02-28")).isEqualTo("BASIC");
    assertThat(code(course, "2026-03-01")).isEqualTo("GOLD");
    assertThat(course.at(on("2026-03-01")).validUntil()).isEqualTo(on("2028-01-01"));
    assertThat(code(course, "2028-01-10")).isEqualTo("GOLD");
    assertThat(code(course, "2028-01-11")).isEqualTo("BASIC");
  }

  @Test
  void it_falls_to_what_was_earned_since() {
    Course course =
        course(yearly(Steps.TO_QUALIFIED), bought("2026-03-01", 350), bought("2027-06-01", 120));

    assertThat(code(course, "2028-01-11")).isEqualTo("SILVER");
    assertThat(course.at(on("2028-01-11")).fallsAt()).isEqualTo(on("2029-01-11"));
    assertThat(code(course, "2029-01-11")).isEqualTo("BASIC");
  }

  @Test
  void one_step_at_a_time_each_for_a_year() {
    Course course = course(yearly(Steps.ONE_STEP), bought("2026-03-01", 350));

    assertThat(code(course, "2028-01-11")).isEqualTo("SILVER");
    assertThat(code(course, "2029-01-10")).isEqualTo("SILVER");
    assertThat(code(course, "2029-01-11")).isEqualTo("BASIC");
  }

  @Test
  void what_is_bought_in_the_days_of_grace_keeps_the_level() {
    Course course =
        course(yearly(Steps.ONE_STEP), bought("2026-03-01", 350), bought("2028-01-10", 300));

    assertThat(code(course, "2028-01-20")).isEqualTo("GOLD");
    assertThat(course.at(on("2028-01-20")).since()).isEqualTo(on("2026-03-01"));
    assertThat(course.at(on("2028-01-20")).validUntil()).isEqualTo(on("2030-01-01"));
  }

  @Test
  void years_of_membership_begin_on_its_day() {
    TierPeriod period = new TierPeriod(TierPeriod.Kind.MEMBERSHIP_YEAR, null);
    TierScheme scheme =
        scheme(1, "2026-01-01", Basis.SPEND, period, new Validity(0, null), Steps.TO_QUALIFIED);
    // opened on 29 February
    Course course = course(scheme, bought("2026-02-20", 60), bought("2026-03-01", 60));
    Course within = course(scheme, bought("2026-02-28", 60), bought("2027-02-27", 60));

    assertThat(code(course, "2026-03-02")).isEqualTo("BASIC");
    assertThat(code(within, "2027-02-27")).isEqualTo("SILVER");
    assertThat(within.at(on("2027-02-27")).periodEnd()).isEqualTo(on("2027-02-28"));
    assertThat(within.at(on("2028-02-29")).periodStart()).isEqualTo(on("2028-02-29"));
  }

  @Test
  void days_that_roll_count_until_each_moment_and_a_level_that_is_earned_still_goes_on() {
    TierScheme scheme =
        scheme(
            1,
            "2026-01-01",
            Basis.SPEND,
            new TierPeriod(TierPeriod.Kind.ROLLING, 90),
            new Validity(null, 30),
            Steps.TO_QUALIFIED);
    Course course = course(scheme, bought("2026-03-01", 60), bought("2026-03-10", 60));

    assertThat(code(course, "2026-03-10")).isEqualTo("SILVER");
    // 40 days later both still count: another 30 days, and 10 of grace
    assertThat(code(course, "2026-04-21")).isEqualTo("SILVER");
    assertThat(code(course, "2026-05-30")).isEqualTo("SILVER");
    assertThat(code(course, "2026-05-31")).isEqualTo("BASIC");
  }

  @Test
  void by_balance_a_level_stays_while_the_points_do() {
    TierScheme scheme =
        scheme(1, "2026-01-01", Basis.BALANCE, null, new Validity(null, 30), Steps.TO_QUALIFIED);
    Course course = course(scheme, posted("2026-02-01", 150), posted("2026-08-01", -100));

    assertThat(code(course, "2026-07-31")).isEqualTo("SILVER");
    assertThat(course.at(on("2026-08-02")).amount()).isEqualByComparingTo("50");
    assertThat(code(course, "2026-08-02")).isEqualTo("SILVER");
    assertThat(code(course, "2026-09-15")).isEqualTo("BASIC");
  }

  private static Counted posted(String day, long points) {
    return new Counted(on(day), Counted.Kind.POSTING, points, BigDecimal.ZERO);
  }

  @Test
  void another_version_keeps_what_was_valid_and_counts_by_its_own_levels() {
    TierScheme first = yearly(Steps.TO_QUALIFIED);
    TierScheme second =
        new TierScheme(
            2,
            on("2026-07-01"),
            Basis.SPEND,
            YEAR,
            false,
            List.of(level("BASIC", 0), level("SILVER", 200), level("GOLD", 1000)),
            new Validity(0, null),
            new Downgrade(0, Steps.TO_QUALIFIED, Returns.AT_ONCE),
            Set.of());
    Course course =
        new Course(
            List.of(first, second), JAKARTA, on("2024-01-01"), List.of(bought("2026-03-01", 350)));

    assertThat(code(course, "2026-08-01")).isEqualTo("GOLD");
    assertThat(course.at(on("2026-08-01")).scheme().version()).isEqualTo(2);
    assertThat(code(course, "2027-12-31")).isEqualTo("GOLD");
    assertThat(code(course, "2028-01-01")).isEqualTo("BASIC");
  }

  @Test
  void the_order_in_which_things_became_known_is_nothing() {
    Counted[] bought = {
      bought("2026-03-01", 60), bought("2026-03-01", 60), bought("2027-01-01", 300)
    };
    Course one = course(yearly(Steps.ONE_STEP), bought);
    Course other = course(yearly(Steps.ONE_STEP), bought[2], bought[1], bought[0]);

    assertThat(Stream.of("2026-03-01", "2027-05-05", "2029-01-11", "2030-01-11"))
        .allSatisfy(day -> assertThat(other.at(on(day))).isEqualTo(one.at(on(day))));
  }
}
