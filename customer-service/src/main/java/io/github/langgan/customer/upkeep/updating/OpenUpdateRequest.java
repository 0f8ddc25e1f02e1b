package io.github.langgan.customer.upkeep.updating;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Customers;
import io.github.langgan.customer.model.Deaths;
import io.github.langgan.customer.model.Restrictions;
import io.github.langgan.customer.model.Visibility;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Lets a customer look at its record and say what is right of it. */
@Singleton
class OpenUpdateRequest {

  private final Customers customers;
  private final Restrictions restrictions;
  private final Deaths deaths;
  private final UpdateRequests requests;
  private final UpdateTokens tokens;
  private final Audit audit;
  private final Clock clock;

  OpenUpdateRequest(
      Customers customers,
      Restrictions restrictions,
      Deaths deaths,
      UpdateRequests requests,
      UpdateTokens tokens,
      Audit audit,
      Clock clock) {
    this.customers = customers;
    this.restrictions = restrictions;
    this.deaths = deaths;
    this.requests = requests;
    this.tokens = tokens;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param id of the customer, or of a record that was merged into it
   */
  @Transactional
  OpeningResult open(UUID id, Duration expiresIn, String by) {
    Optional<Customer> customer = customers.hold(new CustomerId(id), new Visibility.Everyone());
    if (customer.isEmpty()) {
      return new OpeningResult.UnknownCustomer();
    }
    Instant now = clock.instant();
    UUID survivor = customer.get().id().value();
    if (deaths.of(survivor, now).isPresent()) {
      return new OpeningResult.CustomerDeceased();
    }
    if (restrictions.of(survivor, now).isPresent()) {
      return new OpeningResult.CustomerRestricted();
    }
    // a token knows seconds only
    Instant expiresAt = now.plus(expiresIn).truncatedTo(ChronoUnit.SECONDS);
    UpdateRequest request = UpdateRequest.opened(UuidV7.next(), id, now, expiresAt);
    requests.add(request, by);
    audit.record(
        "update-request.opened", "update-request", request.id(), "", Map.of("customer", id));
    return new OpeningResult.Opened(request, tokens.of(request));
  }
}
