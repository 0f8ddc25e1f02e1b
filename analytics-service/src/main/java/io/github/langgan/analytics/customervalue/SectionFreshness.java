package io.github.langgan.analytics.customervalue;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.inbox.Freshness;
import io.github.langgan.chassis.inbox.FreshnessView;
import io.github.langgan.chassis.inbox.Freshnesses;
import io.github.langgan.chassis.inbox.Positions;
import io.github.langgan.chassis.inbox.ReadAfter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Waits for what a caller has written, and says for each topic whether it came. */
@Singleton
class SectionFreshness {

  private final Positions positions;
  private final Freshnesses freshnesses;
  private final Aliases aliases;

  SectionFreshness(Positions positions, Freshnesses freshnesses, Aliases aliases) {
    this.positions = positions;
    this.freshnesses = freshnesses;
    this.aliases = aliases;
  }

  /** A position is waited for on its own topic; others of {@code topics} don't depend on it. */
  Map<String, FreshnessView> after(ReadAfter asked, UUID customer, List<String> topics) {
    long end = System.nanoTime() + asked.patience().toNanos();
    Map<String, Boolean> stale = new HashMap<>();
    for (String topic : topics) {
      Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
      stale.put(topic, !positions.await(topic, asked.positionsOf(List.of(topic)), left));
    }
    Map<String, FreshnessView> views = new HashMap<>();
    oldest(customer, topics)
        .forEach((topic, one) -> views.put(topic, FreshnessView.from(one, stale.get(topic))));
    return views;
  }

  /** Others speak of the customer under each id that means it. */
  private Map<String, Freshness> oldest(UUID customer, List<String> topics) {
    Map<String, Freshness> oldest = new HashMap<>();
    for (UUID id : aliases.meaning(aliases.current(customer))) {
      freshnesses
          .of(id, topics)
          .forEach((topic, one) -> oldest.merge(topic, one, SectionFreshness::older));
    }
    return oldest;
  }

  private static Freshness older(Freshness one, Freshness other) {
    return other.asOf().isBefore(one.asOf()) ? other : one;
  }
}
