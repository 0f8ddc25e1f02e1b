package io.github.langgan.customer.privacy;

import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.customer.contract.CustomerAccessRequestedV1;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Takes what we hold of a customer here, and asks the other services for what they hold. */
@Singleton
class GatherData {

  private final ErasedRecords records;
  private final OwnData ownData;
  private final PackageParts parts;
  private final Receipts receipts;
  private final ForgetPackages forgetPackages;
  private final Outbox outbox;

  GatherData(
      ErasedRecords records,
      OwnData ownData,
      PackageParts parts,
      Receipts receipts,
      ForgetPackages forgetPackages,
      Outbox outbox) {
    this.records = records;
    this.ownData = ownData;
    this.parts = parts;
    this.receipts = receipts;
    this.forgetPackages = forgetPackages;
    this.outbox = outbox;
  }

  /** The ids under which a customer is known, in a transaction in which no merge happens. */
  @Transactional(Transactional.TxType.MANDATORY)
  List<UUID> subjects(UUID customer) {
    return records.lock(customer);
  }

  /** Once the request is in progress. */
  @Transactional(Transactional.TxType.MANDATORY)
  void gather(StoredRequest request, List<UUID> subjects, Instant now) {
    receipts.expect(request.id());
    outbox.append(
        new CustomerAccessRequestedV1(
            request.id(), request.customerId(), subjects, request.kind().name(), now));
    List<String> own = ownData.of(subjects, request.kind() == RequestKind.ACCESS);
    List<PackagePart> ours = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      ours.add(new PackagePart(request.id(), now, i + 1, i + 1 == own.size(), own.get(i)));
    }
    parts.take(Receipts.OWN, ours);
    forgetPackages.schedule(request.id(), request.dueAt().isAfter(now) ? request.dueAt() : now);
  }
}
