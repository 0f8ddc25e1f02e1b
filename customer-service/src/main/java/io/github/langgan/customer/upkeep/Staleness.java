package io.github.langgan.customer.upkeep;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** After which time what somebody told us may well have changed. Names and birth dates don't. */
@Singleton
class Staleness {

  private final Map<Aspect, Period> after = new EnumMap<>(Aspect.class);

  /**
   * @param rules {@code PHONE:P2Y} each (ISO 8601)
   */
  Staleness(@ConfigProperty(name = "langgan.customer.stale-after") List<String> rules) {
    for (String rule : rules) {
      String[] parts = rule.split(":", 2);
      try {
        after.put(Aspect.valueOf(parts[0].strip()), Period.parse(parts[1].strip()));
      } catch (RuntimeException senseless) {
        throw new IllegalArgumentException("langgan.customer.stale-after: " + rule, senseless);
      }
    }
  }

  /** From when on it is stale; empty when it never is. */
  Optional<Instant> of(Aspect aspect, Instant saidAt) {
    return Optional.ofNullable(after.get(aspect))
        .map(period -> saidAt.atOffset(ZoneOffset.UTC).plus(period).toInstant());
  }
}
