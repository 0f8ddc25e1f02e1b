package io.github.langgan.customer.network;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.customer.contract.PartyRegisteredV1;
import io.github.langgan.customer.contract.PartyUpdatedV1;
import io.github.langgan.customer.model.Registrant;
import io.github.langgan.customer.model.network.Parties;
import io.github.langgan.customer.model.network.Party;
import io.github.langgan.customer.model.network.PartyId;
import io.github.langgan.customer.model.network.StoredParties;
import io.github.langgan.customer.model.network.Viewer;
import io.github.langgan.customer.network.PartyResult.AsWanted;
import io.github.langgan.customer.network.PartyResult.ErasedParty;
import io.github.langgan.customer.network.PartyResult.PartyKnown;
import io.github.langgan.customer.network.PartyResult.Stored;
import io.github.langgan.customer.network.PartyResult.UnknownParty;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes persons and organisations into the network, and keeps them right. */
@Singleton
class RegisterParty {

  private final Parties parties;
  private final StoredParties stored;
  private final ErasedSubjects erasedSubjects;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;
  private final TransactionSynchronizationRegistry transaction;

  RegisterParty(
      Parties parties,
      StoredParties stored,
      ErasedSubjects erasedSubjects,
      Outbox outbox,
      Audit audit,
      Clock clock,
      TransactionSynchronizationRegistry transaction) {
    this.parties = parties;
    this.stored = stored;
    this.erasedSubjects = erasedSubjects;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
  }

  /**
   * @param statement of the party; what it throws leaves everything as it was
   */
  @Transactional
  PartyResult register(Supplier<PartyReader.Said> statement, Registrant by) {
    PartyReader.Said said = statement.get();
    Party party =
        Party.registered(PartyId.next(), said.details(), said.customerNow(), by, clock.instant());
    Optional<PartyId> holder = stored.holder(party);
    if (holder.isPresent()) {
      return known(holder.get(), party);
    }
    if (!stored.add(party, by.who())) {
      return refused(stored.holder(party).orElse(null));
    }
    audit.record("party.registered", "party", party.id(), "", Map.of());
    return new Stored(party, outbox.append(PartyRegisteredV1.of(party)));
  }

  /**
   * @param change of the party as it stands, which nobody else changes meanwhile; what it throws
   *     leaves everything as it was
   */
  @Transactional
  PartyResult change(PartyId id, Viewer viewer, Function<Party, PartyReader.Said> change) {
    Optional<Party> current = parties.lock(id, viewer);
    if (current.isEmpty()) {
      return new UnknownParty();
    }
    if (erasedSubjects.contains(id.value())) {
      return new ErasedParty();
    }
    PartyReader.Said said = change.apply(current.get());
    if (said.details().equals(current.get().details())) {
      return new AsWanted(current.get());
    }
    Party changed = current.get().changed(said.details(), said.customerNow(), clock.instant());
    Optional<PartyId> holder = stored.holder(changed);
    if (holder.isPresent()) {
      return new PartyKnown(holder.get());
    }
    if (!stored.change(changed)) {
      return refused(null);
    }
    audit.record("party.updated", "party", id, "", Map.of("version", changed.version()));
    return new Stored(changed, outbox.append(PartyUpdatedV1.of(changed)));
  }

  private PartyResult known(PartyId holder, Party wanted) {
    return parties
        .find(holder, new Viewer(wanted.partner()))
        .filter(party -> party.details().equals(wanted.details()))
        .<PartyResult>map(AsWanted::new)
        .orElseGet(() -> new PartyKnown(holder));
  }

  /** Somebody else was a moment faster. */
  private PartyResult refused(@Nullable PartyId holder) {
    transaction.setRollbackOnly();
    return new PartyKnown(holder);
  }
}
