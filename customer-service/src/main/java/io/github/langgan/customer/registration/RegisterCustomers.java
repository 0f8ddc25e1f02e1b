package io.github.langgan.customer.registration;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.event.Position;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.chassis.outbox.PreparedEvents;
import io.github.langgan.customer.contract.CustomerRegisteredV1;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Holder;
import io.github.langgan.customer.model.Identifier;
import io.github.langgan.customer.model.PendingMatches;
import io.github.langgan.customer.model.Registrant;
import io.github.langgan.customer.model.ReplayKey;
import io.github.langgan.customer.model.StoredNames;
import io.github.langgan.customer.model.Visibility;
import io.github.langgan.customer.registration.RegistrationResult.AlreadyRegistered;
import io.github.langgan.customer.registration.RegistrationResult.IdentifierTaken;
import io.github.langgan.customer.registration.RegistrationResult.Registered;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Registers customers whose identifiers nobody has yet. The same registration again, by the same
 * registrant, is answered with the customer that the first one made, so that a caller who got no
 * answer may simply repeat it.
 */
@Singleton
public class RegisterCustomers {

  private final NewCustomers customers;
  private final StoredNames names;
  private final PendingMatches pendingMatches;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;

  RegisterCustomers(
      NewCustomers customers,
      StoredNames names,
      PendingMatches pendingMatches,
      Outbox outbox,
      Audit audit,
      Clock clock) {
    this.customers = customers;
    this.names = names;
    this.pendingMatches = pendingMatches;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /** One result for each, in the same order. Of several that exclude each other the first wins. */
  @Transactional
  public List<RegistrationResult> register(
      List<Registration> registrations, Registrant by, Visibility visibility) {
    return register(registrations, by, visibility, Matching.AT_ONCE);
  }

  @Transactional
  public List<RegistrationResult> register(
      List<Registration> registrations, Registrant by, Visibility visibility, Matching matching) {
    @Nullable RegistrationResult[] results = new RegistrationResult[registrations.size()];
    List<Candidate> registered = new ArrayList<>(registrations.size());
    List<Candidate> pending = candidates(registrations, by);
    while (!pending.isEmpty()) {
      Set<CustomerId> added = customers.add(pending);
      List<Candidate> met = new ArrayList<>();
      for (Candidate candidate : pending) {
        (added.contains(candidate.customer().id()) ? registered : met).add(candidate);
      }
      pending = settle(met, visibility, results);
    }
    complete(registered, results, matching);
    return List.of(results);
  }

  List<Candidate> candidates(List<Registration> registrations, Registrant by) {
    Instant now = clock.instant();
    List<Candidate> candidates = new ArrayList<>(registrations.size());
    for (Registration said : registrations) {
      CustomerId id = CustomerId.next();
      candidates.add(
          new Candidate(
              candidates.size(),
              Customer.registered(id, said.particulars(), said.source(), by, now),
              by,
              ReplayKey.of(said.particulars(), by)));
    }
    return candidates;
  }

  /**
   * Returns those that met nobody after all, because who stood in their way has gone: another
   * candidate that was refused, or a customer that lost the identifier. They try again; at least
   * the first of them is settled each time.
   */
  private List<Candidate> settle(
      List<Candidate> candidates, Visibility visibility, @Nullable RegistrationResult[] results) {
    if (candidates.isEmpty()) {
      return List.of();
    }
    Obstacles obstacles = customers.obstacles(candidates);
    List<Candidate> open = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Optional<RegistrationResult> result = refusal(candidate, obstacles, visibility);
      if (result.isPresent()) {
        results[candidate.index()] = result.get();
      } else {
        open.add(candidate);
      }
    }
    return open;
  }

  static Optional<RegistrationResult> refusal(
      Candidate candidate, Obstacles obstacles, Visibility visibility) {
    Optional<Holder> same = candidate.replayKey().map(obstacles.byReplayKey()::get);
    if (same.isPresent()) {
      return same.map(known -> new AlreadyRegistered(known.id(), known.version()));
    }
    for (Identifier identifier : candidate.said().identifiers()) {
      Holder holder = obstacles.byIdentifier().get(identifier);
      if (holder != null) {
        return Optional.of(new IdentifierTaken(identifier, holder.idFor(visibility)));
      }
    }
    return Optional.empty();
  }

  private void complete(
      List<Candidate> registered, @Nullable RegistrationResult[] results, Matching matching) {
    if (registered.isEmpty()) {
      return;
    }
    registered.sort(Comparator.comparingInt(Candidate::index));
    List<Customer> added = registered.stream().map(Candidate::customer).toList();
    PreparedEvents events = outbox.prepare(added.stream().map(CustomerRegisteredV1::of).toList());
    customers.addParts(added);
    names.add(added);
    List<Position> positions = outbox.append(events);
    for (int i = 0; i < positions.size(); i++) {
      Candidate candidate = registered.get(i);
      results[candidate.index()] = new Registered(candidate.customer(), positions.get(i));
    }
    if (matching == Matching.AT_ONCE) {
      pendingMatches.lookFor(added.stream().map(Customer::id).toList());
    }
    audit.record(
        "customer.registered",
        "customer",
        added.getFirst().id(),
        added.getFirst().source().form(),
        Map.of("customers", added.size(), "last", added.getLast().id().value()));
  }
}
