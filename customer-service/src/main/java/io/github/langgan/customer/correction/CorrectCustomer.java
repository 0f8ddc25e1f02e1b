package io.github.langgan.customer.correction;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.customer.contract.CustomerUpdatedV1;
import io.github.langgan.customer.correction.CorrectionResult.Corrected;
import io.github.langgan.customer.correction.CorrectionResult.IdentifierTaken;
import io.github.langgan.customer.correction.CorrectionResult.SharedCustomer;
import io.github.langgan.customer.correction.CorrectionResult.Unchanged;
import io.github.langgan.customer.correction.CorrectionResult.UnknownCustomer;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Customers;
import io.github.langgan.customer.model.MergedRecords;
import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.PendingMatches;
import io.github.langgan.customer.model.Registrant;
import io.github.langgan.customer.model.Reporter;
import io.github.langgan.customer.model.StoredNames;
import io.github.langgan.customer.model.Visibility;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Puts a customer's particulars right, and remembers who did so and on what ground. */
@Singleton
public class CorrectCustomer {

  private final Customers customers;
  private final CorrectedCustomers corrections;
  private final StoredNames names;
  private final MergedRecords mergedRecords;
  private final PendingMatches pendingMatches;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;
  private final TransactionSynchronizationRegistry transaction;

  CorrectCustomer(
      Customers customers,
      CorrectedCustomers corrections,
      StoredNames names,
      MergedRecords mergedRecords,
      PendingMatches pendingMatches,
      Outbox outbox,
      Audit audit,
      Clock clock,
      TransactionSynchronizationRegistry transaction) {
    this.customers = customers;
    this.corrections = corrections;
    this.names = names;
    this.mergedRecords = mergedRecords;
    this.pendingMatches = pendingMatches;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
  }

  @Transactional
  public CorrectionResult correct(
      CustomerId id,
      Visibility visibility,
      Registrant by,
      Function<Customer, Correction> correction) {
    return correct(id, visibility, Reporter.of(by), correction);
  }

  /**
   * A correction that names a merged record is one of its survivor.
   *
   * @param correction of the customer as it stands, which nobody else changes meanwhile; what it
   *     throws leaves everything as it was
   */
  @Transactional
  public CorrectionResult correct(
      CustomerId id,
      Visibility visibility,
      Reporter by,
      Function<Customer, Correction> correction) {
    Optional<Customer> current = customers.lock(id, visibility);
    if (current.isEmpty()) {
      return new UnknownCustomer();
    }
    if (customers.isShared(id, visibility)) {
      return new SharedCustomer();
    }
    Correction wanted = correction.apply(current.get());
    Particulars said = current.get().particulars();
    Particulars next = wanted.wanted().withName(wanted.wanted().name().corrected(said.name()));
    if (!wanted.saidAnew() && next.equals(said)) {
      return new Unchanged(current.get());
    }
    Customer corrected = current.get().corrected(next, clock.instant());
    return corrections
        .store(corrected, wanted, by, id.equals(corrected.id()) ? null : id)
        .<CorrectionResult>map(
            taken -> {
              transaction.setRollbackOnly();
              return new IdentifierTaken(taken.identifier(), taken.by().idFor(visibility));
            })
        .orElseGet(() -> publish(corrected, wanted));
  }

  private Corrected publish(Customer corrected, Correction correction) {
    names.replace(corrected);
    pendingMatches.lookFor(List.of(corrected.id()));
    audit.record(
        "customer.updated",
        "customer",
        corrected.id(),
        correction.source().form(),
        Map.of("version", corrected.version()));
    return new Corrected(
        corrected,
        outbox.append(
            CustomerUpdatedV1.of(
                corrected, correction.source(), mergedRecords.partsOf(corrected.id()))));
  }
}
