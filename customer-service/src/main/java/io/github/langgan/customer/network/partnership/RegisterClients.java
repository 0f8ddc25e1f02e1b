package io.github.langgan.customer.network.partnership;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.customer.model.network.Parties;
import io.github.langgan.customer.model.network.Partnership;
import io.github.langgan.customer.model.network.Partnerships;
import io.github.langgan.customer.model.network.Party;
import io.github.langgan.customer.model.network.PartyId;
import io.github.langgan.customer.model.network.PartyRole;
import io.github.langgan.customer.model.network.Viewer;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;

/** Writes down by what programs a partner calls. */
@Singleton
class RegisterClients {

  private final Parties parties;
  private final Partnerships partnerships;
  private final Audit audit;
  private final TransactionSynchronizationRegistry transaction;

  RegisterClients(
      Parties parties,
      Partnerships partnerships,
      Audit audit,
      TransactionSynchronizationRegistry transaction) {
    this.parties = parties;
    this.partnerships = partnerships;
    this.audit = audit;
    this.transaction = transaction;
  }

  enum Result {
    REGISTERED,
    UNKNOWN_PARTY,
    /** The party never was a partner. */
    NO_PARTNER,
    /** Another party has the name, or one of the clients. */
    TAKEN
  }

  @Transactional
  Result replace(PartyId id, Viewer viewer, Partnership wanted) {
    Optional<Party> party = parties.lock(id, viewer);
    if (party.isEmpty()) {
      return Result.UNKNOWN_PARTY;
    }
    if (party.get().details().roles().stream().noneMatch(one -> one.role() == PartyRole.PARTNER)) {
      return Result.NO_PARTNER;
    }
    if (wanted.equals(partnerships.of(id))) {
      return Result.REGISTERED;
    }
    if (!partnerships.replace(id, wanted)) {
      transaction.setRollbackOnly();
      return Result.TAKEN;
    }
    audit.record(
        "party.clients-registered",
        "party",
        id,
        "",
        Map.of("clients", wanted.clients().stream().map(Partnership.Client::id).toList()));
    return Result.REGISTERED;
  }
}
