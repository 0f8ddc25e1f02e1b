package io.github.langgan.customer.merging;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.encryption.RenewKeys;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.operation.Operations;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.customer.contract.CustomerMergedV1;
import io.github.langgan.customer.contract.CustomerUpdatedV1;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.MergedRecords;
import io.github.langgan.customer.model.NeverMatches;
import io.github.langgan.customer.model.PendingMatches;
import io.github.langgan.customer.model.Registrant;
import io.github.langgan.customer.model.Source;
import io.github.langgan.customer.model.StoredNames;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Makes one customer of two records: here at once, in the other services when they hear of it. The
 * merged record's id means the survivor from now on.
 */
@Singleton
class MergeCustomers {

  static final String FORM = "MERGE";

  private final LockPair lockPair;
  private final Survivorship survivorship;
  private final UnitedRecords records;
  private final MergedRecords mergedRecords;
  private final Merges merges;
  private final StoredNames names;
  private final NeverMatches neverMatches;
  private final PendingMatches pendingMatches;
  private final RenewKeys renewKeys;
  private final Operations operations;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;

  MergeCustomers(
      LockPair lockPair,
      Survivorship survivorship,
      UnitedRecords records,
      MergedRecords mergedRecords,
      Merges merges,
      StoredNames names,
      NeverMatches neverMatches,
      PendingMatches pendingMatches,
      RenewKeys renewKeys,
      Operations operations,
      Outbox outbox,
      Audit audit,
      Clock clock) {
    this.lockPair = lockPair;
    this.survivorship = survivorship;
    this.records = records;
    this.mergedRecords = mergedRecords;
    this.merges = merges;
    this.names = names;
    this.neverMatches = neverMatches;
    this.pendingMatches = pendingMatches;
    this.renewKeys = renewKeys;
    this.operations = operations;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  MergeResult merge(MergeRequest request, Registrant by) {
    lockPair.waitForOthers();
    return lockPair
        .obstacle(request)
        .orElseGet(() -> merge(lockPair.pair(request.survivor(), request.merged()), by));
  }

  private MergeResult merge(Pair pair, Registrant by) {
    Instant now = clock.instant();
    UUID id = UuidV7.next();
    Survival survival = pair.under(survivorship);
    Customer united = pair.survivor().corrected(survival.particulars(), now);
    merges.add(id, pair, survival, by.who(), now, operations.start("merge-customers"), null);
    Customer merged = pair.merged().corrected(pair.merged().particulars(), now);
    records.unite(
        new UnitedRecords.Next(
            united, Traits.taken(pair.survivor(), united.particulars(), pair.documentedMerged())),
        new UnitedRecords.Next(merged, Map.of()),
        new Cause(FORM, id, by.who()));
    neverMatches.follow(records.below(merged.id().value()));
    renewKeys.of(united.id().value(), records.below(united.id().value()));
    publish(id, united, pair, now);
    return new MergeResult.Begun(id);
  }

  private void publish(UUID id, Customer united, Pair pair, Instant now) {
    names.renew(List.of(united), List.of(pair.merged()));
    pendingMatches.lookFor(List.of(united.id(), pair.merged().id()));
    audit.record(
        "customer.merged",
        "customer",
        united.id(),
        FORM,
        Map.of("merged", pair.merged().id().value(), "merge", id));
    var merged = new CustomerMergedV1(id, united.id().value(), pair.merged().id().value(), now);
    var updated =
        CustomerUpdatedV1.of(
            united, new Source(FORM, now, null), mergedRecords.partsOf(united.id()));
    long position = outbox.append(List.of(merged, updated)).getFirst().sequence();
    merges.changed(position, "MERGED", id, now);
  }
}
