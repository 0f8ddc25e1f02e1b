package io.github.langgan.customer.model.consent;

import io.github.langgan.customer.model.Deaths;
import io.github.langgan.customer.model.Restrictions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Who may not be contacted, whatever was said. */
@Singleton
public class Hindrances {

  private final Restrictions restrictions;
  private final Deaths deaths;

  Hindrances(Restrictions restrictions, Deaths deaths) {
    this.restrictions = restrictions;
    this.deaths = deaths;
  }

  /**
   * At that time; without those whom nothing hinders.
   *
   * @param known what was told later doesn't count
   */
  public Map<UUID, Hindrance> at(Collection<UUID> customers, Instant at, Instant known) {
    Map<UUID, Hindrance> hindrances = new HashMap<>();
    restrictions
        .at(customers, at, known)
        .keySet()
        .forEach(id -> hindrances.put(id, Hindrance.RESTRICTION));
    deaths.at(customers, at, known).keySet().forEach(id -> hindrances.put(id, Hindrance.DEATH));
    return hindrances;
  }
}
