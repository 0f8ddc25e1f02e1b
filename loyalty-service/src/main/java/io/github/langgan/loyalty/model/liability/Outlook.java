package io.github.langgan.loyalty.model.liability;

import io.github.langgan.loyalty.model.liability.Breakage.Outstanding;
import java.util.List;

/** How outstanding points go on, if members go on as they did. */
public record Outlook(LifeTable table, LapseTable lapses) {

  /** How many of these points are expected to expire. */
  public double expires(List<Outstanding> outstanding) {
    return outstanding.stream().mapToDouble(one -> one.points() * share(one)).sum();
  }

  private double share(Outstanding one) {
    return switch (one.end()) {
      case NEVER -> 0;
      case AT_AGE -> table.staysBetween(one.age(), one.endAge());
      case ON_INACTIVITY -> lapses.lapses(one.age());
    };
  }
}
