package io.github.langgan.customer.upkeep.lifeevent;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.customer.contract.CustomerDeathRevokedV1;
import io.github.langgan.customer.contract.CustomerDeceasedV1;
import io.github.langgan.customer.model.BirthDate;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.CustomerKind;
import io.github.langgan.customer.model.Customers;
import io.github.langgan.customer.model.Death;
import io.github.langgan.customer.model.Deaths;
import io.github.langgan.customer.model.Visibility;
import io.github.langgan.customer.upkeep.lifeevent.DeathResult.BeforeBirth;
import io.github.langgan.customer.upkeep.lifeevent.DeathResult.NeverReported;
import io.github.langgan.customer.upkeep.lifeevent.DeathResult.NoPerson;
import io.github.langgan.customer.upkeep.lifeevent.DeathResult.Reported;
import io.github.langgan.customer.upkeep.lifeevent.DeathResult.Revoked;
import io.github.langgan.customer.upkeep.lifeevent.DeathResult.UnknownCustomer;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps that a customer has died, from where on nobody contacts it, or that this was wrong. */
@Singleton
class ReportDeath {

  private static final Visibility ALL = new Visibility.Everyone();

  private final Customers customers;
  private final Deaths deaths;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;

  ReportDeath(Customers customers, Deaths deaths, Outbox outbox, Audit audit, Clock clock) {
    this.customers = customers;
    this.deaths = deaths;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /** Another day than the one reported before takes its place. */
  @Transactional
  DeathResult report(UUID record, DeathReport report, String by) {
    Optional<Customer> customer = customers.lock(new CustomerId(record), ALL);
    if (customer.isEmpty()) {
      return new UnknownCustomer();
    }
    if (customer.get().particulars().kind() != CustomerKind.PERSON) {
      return new NoPerson();
    }
    UUID id = customer.get().id().value();
    Instant now = clock.instant();
    Optional<Death> before = deaths.of(id, now);
    if (before.filter(known -> Objects.equals(known.diedOn(), report.diedOn())).isPresent()) {
      return new Reported(before.get(), Optional.empty());
    }
    if (isBeforeBirth(report.diedOn(), customer.get().particulars().birthDate())) {
      return new BeforeBirth();
    }
    before.ifPresent(known -> deaths.revoke(id, by, now));
    Death death = report.of(record, now);
    deaths.report(death, by);
    audit.record("customer.deceased", "customer", id, death.source().form(), Map.of());
    return new Reported(
        death, Optional.of(outbox.append(new CustomerDeceasedV1(id, death.since(), now))));
  }

  private static boolean isBeforeBirth(@Nullable LocalDate diedOn, @Nullable BirthDate born) {
    return diedOn != null && born != null && diedOn.isBefore(born.value());
  }

  @Transactional
  DeathResult revoke(UUID record, String by) {
    Optional<Customer> customer = customers.lock(new CustomerId(record), ALL);
    if (customer.isEmpty()) {
      return new UnknownCustomer();
    }
    UUID id = customer.get().id().value();
    Instant now = clock.instant();
    if (!deaths.revoke(id, by, now)) {
      return new NeverReported();
    }
    audit.record("customer.death-revoked", "customer", id, "", Map.of());
    return new Revoked(outbox.append(new CustomerDeathRevokedV1(id, now)));
  }
}
