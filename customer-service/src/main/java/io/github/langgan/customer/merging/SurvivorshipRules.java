package io.github.langgan.customer.merging;

import io.github.langgan.customer.model.Trait;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/**
 * The strategy of each trait, {@code langgan.customer.survivorship.<trait>} in the configuration,
 * e.g. {@code birth-date=MOST_RECENT}.
 */
@Singleton
class SurvivorshipRules {

  private static final String PREFIX = "langgan.customer.survivorship.";

  private final Config config;

  SurvivorshipRules(Config config) {
    this.config = config;
  }

  @Produces
  @Singleton
  Survivorship survivorship() {
    Map<Trait, Strategy> strategies = new EnumMap<>(Trait.class);
    for (Trait trait : Trait.values()) {
      String name = trait.name().toLowerCase(Locale.ROOT).replace('_', '-');
      config
          .getOptionalValue(PREFIX + name, Strategy.class)
          .ifPresent(strategy -> strategies.put(trait, strategy));
    }
    return new Survivorship(strategies);
  }
}
