package io.github.langgan.loyalty.pin;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.Memberships;
import io.github.langgan.loyalty.model.pin.Pins;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;

/** Gives a member a PIN, or takes it away; that of a united membership is its holder's. */
@Singleton
class SetPin {

  private final Aliases aliases;
  private final Memberships memberships;
  private final Pins pins;
  private final Audit audit;
  private final Clock clock;

  SetPin(Aliases aliases, Memberships memberships, Pins pins, Audit audit, Clock clock) {
    this.aliases = aliases;
    this.memberships = memberships;
    this.pins = pins;
    this.audit = audit;
    this.clock = clock;
  }

  /** A lock of the one before is over. */
  @Transactional
  void set(Membership named, String digits) {
    Membership holder = holder(named);
    pins.put(holder.id(), digits, clock.instant());
    audit.record("pin.set", "membership", holder.id(), "", Map.of());
  }

  @Transactional
  void remove(Membership named) {
    Membership holder = holder(named);
    if (pins.remove(holder.id())) {
      audit.record("pin.removed", "membership", holder.id(), "", Map.of());
    }
  }

  private Membership holder(Membership named) {
    aliases.resolve(named.cameFor().value());
    return memberships.holding(named.id());
  }
}
