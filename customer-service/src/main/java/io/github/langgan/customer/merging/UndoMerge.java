package io.github.langgan.customer.merging;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.encryption.RenewKeys;
import io.github.langgan.chassis.operation.Operations;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.customer.contract.CustomerUnmergedV1;
import io.github.langgan.customer.contract.CustomerUpdatedV1;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.DocumentedCustomer;
import io.github.langgan.customer.model.DocumentedCustomers;
import io.github.langgan.customer.model.Identifier;
import io.github.langgan.customer.model.MergedRecords;
import io.github.langgan.customer.model.NeverMatches;
import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.PendingMatches;
import io.github.langgan.customer.model.RecordedVersion;
import io.github.langgan.customer.model.RecordedVersions;
import io.github.langgan.customer.model.Registrant;
import io.github.langgan.customer.model.Source;
import io.github.langgan.customer.model.StoredNames;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives both records back, as they would be without the merge. */
@Singleton
class UndoMerge {

  static final String FORM = "UNMERGE";
  private static final String REASON = "merged, and found to be two";

  private final LockPair lockPair;
  private final UnitedRecords records;
  private final DocumentedCustomers documented;
  private final RecordedVersions versions;
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

  UndoMerge(
      LockPair lockPair,
      UnitedRecords records,
      DocumentedCustomers documented,
      RecordedVersions versions,
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
    this.records = records;
    this.documented = documented;
    this.versions = versions;
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

  /**
   * @param neverMatch the two are never again to be found to be one
   */
  @Transactional
  UndoResult undo(UUID id, boolean neverMatch, Registrant by) {
    lockPair.waitForOthers();
    Optional<StoredMerge> found = merges.find(id).filter(merge -> !merge.proposal());
    if (found.isEmpty()) {
      return new UndoResult.UnknownMerge();
    }
    StoredMerge merge = found.get();
    if (merge.undoneAt() != null) {
      return new UndoResult.AlreadyUndone();
    }
    Optional<UUID> later = merges.laterThan(merge);
    if (later.isPresent()) {
      return new UndoResult.BuiltUpon(later.get());
    }
    return lockPair.lock(merge.survivorId(), merge.mergedId()).size() == 2
        ? undo(merge, neverMatch, by)
        : new UndoResult.CustomerErased();
  }

  private UndoResult undo(StoredMerge merge, boolean neverMatch, Registrant by) {
    Instant now = clock.instant();
    DocumentedCustomer before = documented.survivorBefore(merge.id());
    DocumentedCustomer survivor = documented.record(new CustomerId(merge.survivorId()));
    DocumentedCustomer merged = documented.record(new CustomerId(merge.mergedId()));
    Set<UUID> back = records.below(merge.mergedId());
    Separation split =
        Separation.of(
            new Separation.Case(
                before.customer(),
                merged.customer(),
                survivor.customer(),
                mergedRecords.partsOf(survivor.customer().id()),
                corrections(merge, survivor.customer(), back)));
    Customer one = survivor.customer().corrected(split.survivor(), now);
    Customer other = merged.customer().corrected(split.merged(), now);
    List<Conflict> conflicts = new ArrayList<>(split.conflicts());
    Set<Identifier> taken =
        records.separate(
            new UnitedRecords.Next(
                one, Traits.taken(survivor.customer(), split.survivor(), before)),
            new UnitedRecords.Next(
                other, Traits.taken(merged.customer(), split.merged(), survivor)),
            back,
            new Cause(FORM, merge.id(), by.who()));
    taken.forEach(known -> conflicts.add(Conflict.taken(known.source() + "/" + known.value())));
    merges.undo(merge.id(), operations.start("undo-merge"), by.who(), now, neverMatch, conflicts);
    neverMatches.follow(back);
    if (neverMatch) {
      neverMatches.say(one.id().value(), other.id().value(), REASON, by.who());
    }
    renewKeys.of(merge.survivorId(), records.below(merge.survivorId()));
    publish(merge, mergedRecords.record(one.id()), mergedRecords.record(other.id()), now);
    return new UndoResult.Begun(merge.id());
  }

  private void publish(StoredMerge merge, Customer one, Customer other, Instant now) {
    names.renew(List.of(one, other), List.of());
    pendingMatches.lookFor(List.of(one.id(), other.id()));
    audit.record(
        "customer.unmerged",
        "customer",
        one.id(),
        FORM,
        Map.of("merged", other.id().value(), "merge", merge.id()));
    Source source = new Source(FORM, now, null);
    var unmerged = new CustomerUnmergedV1(merge.id(), one.id().value(), other.id().value(), now);
    long position =
        outbox
            .append(
                List.of(
                    unmerged,
                    CustomerUpdatedV1.of(one, source, mergedRecords.partsOf(one.id())),
                    CustomerUpdatedV1.of(other, source, mergedRecords.partsOf(other.id()))))
            .getFirst()
            .sequence();
    merges.changed(position, "SPLIT", merge.id(), now);
  }

  /** Those for a record that is the survivor's no more went with it. */
  private LaterCorrections corrections(StoredMerge merge, Customer survivor, Set<UUID> back) {
    Set<UUID> still = records.below(merge.survivorId());
    Map<Integer, Particulars> said = new HashMap<>();
    for (RecordedVersion version :
        versions.list(survivor.id(), null, survivor.version() - merge.survivorVersion() + 1)) {
      if (version.particulars() != null) {
        said.put(version.provenance().version(), version.particulars());
      }
    }
    List<LaterCorrections.Step> steps = new ArrayList<>();
    boolean gaps = false;
    for (Merges.Corrected one : merges.correctionsSince(merge)) {
      @Nullable Particulars before = said.get(one.version() - 1);
      @Nullable Particulars after = said.get(one.version());
      if (before == null || after == null) {
        gaps = true;
      } else if (still.contains(one.cameFor())) {
        steps.add(new LaterCorrections.Step(one.cameFor(), before, after));
      }
    }
    return new LaterCorrections(steps, back, gaps);
  }
}
