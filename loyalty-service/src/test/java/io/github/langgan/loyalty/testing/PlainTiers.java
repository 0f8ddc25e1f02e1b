package io.github.langgan.loyalty.testing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A member's way through Basic, Silver (from 100) and Gold (from 300), day by day, as one would do
 * it with pencil and paper. In UTC.
 */
public final class PlainTiers {

  private static final List<String> CODES = List.of("BASIC", "SILVER", "GOLD");
  private static final List<BigDecimal> FROM =
      List.of(BigDecimal.ZERO, new BigDecimal("100"), new BigDecimal("300"));

  /**
   * @param rollingDays of the period; 0: the calendar year
   * @param validDays of a level; 0: the rest of the year and the next one
   */
  public record Rules(int rollingDays, int validDays, int graceDays, boolean oneStep) {}

  private record Bought(Instant at, BigDecimal amount) {}

  private final Rules rules;
  private final List<Bought> bought = new ArrayList<>();

  /** The first day that isn't covered any more, by level. */
  private LocalDate[] end = new LocalDate[3];

  private int rank;

  public PlainTiers(Rules rules) {
    this.rules = rules;
  }

  public void buy(Instant at, BigDecimal amount) {
    bought.add(new Bought(at, amount));
  }

  public String codeAt(Instant now) {
    rank = 0;
    end = new LocalDate[3];
    LocalDate day = LocalDate.of(2009, 1, 1);
    LocalDate last = now.atOffset(ZoneOffset.UTC).toLocalDate();
    for (; !day.isAfter(last); day = day.plusDays(1)) {
      fall(day);
      for (Bought one : List.copyOf(bought)) {
        boolean today = one.at().atOffset(ZoneOffset.UTC).toLocalDate().equals(day);
        if (today && !one.at().isAfter(now) && one.amount().signum() > 0) {
          reach(earned(one.at()), day);
        }
      }
    }
    return CODES.get(rank);
  }

  private void reach(int level, LocalDate day) {
    for (int one = 1; one <= level; one++) {
      LocalDate covered =
          rules.validDays() == 0
              ? LocalDate.of(day.getYear() + 2, 1, 1)
              : day.plusDays(rules.validDays() + 1L);
      end[one] = end[one] == null || covered.isAfter(end[one]) ? covered : end[one];
    }
    rank = Math.max(rank, level);
  }

  private void fall(LocalDate day) {
    while (rank > 0 && !day.isBefore(end[rank].plusDays(rules.graceDays()))) {
      int before = rank;
      int earned = earned(day.atStartOfDay().toInstant(ZoneOffset.UTC));
      if (earned >= before) {
        reach(earned, day);
        continue;
      }
      reach(earned, day);
      rank = earned;
      for (int lower = before - 1; lower > earned; lower--) {
        boolean still = end[lower] != null && day.isBefore(end[lower].plusDays(rules.graceDays()));
        if (still) {
          rank = Math.max(rank, lower);
        }
      }
      if (rules.oneStep() && before > 1 && rank < before - 1) {
        rank = before - 1;
      }
      if (rules.oneStep() && before > 1) {
        LocalDate covered =
            rules.validDays() == 0
                ? LocalDate.of(day.getYear() + 1, 1, 1)
                : day.plusDays(rules.validDays() + 1L);
        int below = before - 1;
        end[below] = end[below] == null || covered.isAfter(end[below]) ? covered : end[below];
      }
    }
  }

  private int earned(Instant at) {
    LocalDate day = at.atOffset(ZoneOffset.UTC).toLocalDate();
    LocalDate first =
        rules.rollingDays() == 0 ? day.withDayOfYear(1) : day.minusDays(rules.rollingDays() - 1L);
    BigDecimal sum = BigDecimal.ZERO;
    for (Bought one : bought) {
      LocalDate its = one.at().atOffset(ZoneOffset.UTC).toLocalDate();
      if (!its.isBefore(first) && !one.at().isAfter(at)) {
        sum = sum.add(one.amount());
      }
    }
    int level = 0;
    while (level < 2 && FROM.get(level + 1).compareTo(sum) <= 0) {
      level++;
    }
    return level;
  }
}
