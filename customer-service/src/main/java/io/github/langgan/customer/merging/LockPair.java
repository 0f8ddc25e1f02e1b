package io.github.langgan.customer.merging;

import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.DocumentedCustomer;
import io.github.langgan.customer.model.DocumentedCustomers;
import io.github.langgan.customer.model.MergedRecords;
import io.github.langgan.customer.model.NeverMatches;
import io.github.langgan.customer.model.RecordPair;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Takes two records to merge or split them. Merges and splits follow each other, so that chains of
 * them have no loops, and their events one order.
 */
@Singleton
class LockPair {

  private static final String LOCK =
      "SELECT id, merged_into FROM customer WHERE id = ANY(:ids) ORDER BY id FOR NO KEY UPDATE";

  private final Jdbi jdbi;
  private final DocumentedCustomers customers;
  private final MergedRecords mergedRecords;
  private final NeverMatches neverMatches;

  LockPair(
      Jdbi jdbi,
      DocumentedCustomers customers,
      MergedRecords mergedRecords,
      NeverMatches neverMatches) {
    this.jdbi = jdbi;
    this.customers = customers;
    this.mergedRecords = mergedRecords;
    this.neverMatches = neverMatches;
  }

  private record Row(UUID id, @Nullable UUID mergedInto) {}

  void waitForOthers() {
    mergedRecords.waitForMerges();
  }

  /** Why the two can't be merged; empty when they can. */
  Optional<MergeResult> obstacle(MergeRequest request) {
    UUID survivor = request.survivor();
    UUID merged = request.merged();
    Map<UUID, Row> rows = new HashMap<>();
    lock(survivor, merged).forEach(row -> rows.put(row.id(), row));
    for (var named : List.of(Map.entry("survivor", survivor), Map.entry("merged", merged))) {
      Row row = rows.get(named.getValue());
      if (row == null) {
        return Optional.of(new MergeResult.UnknownCustomer(named.getKey()));
      }
      UUID into = row.mergedInto();
      if (into != null) {
        return Optional.of(new MergeResult.AlreadyMerged(row.id(), into));
      }
    }
    Pair pair = pair(survivor, merged);
    if (pair.survivor().particulars().kind() != pair.merged().particulars().kind()) {
      return Optional.of(new MergeResult.DifferentKinds());
    }
    return request.isDespiteNeverMatch()
        ? Optional.empty()
        : neverMatches.between(RecordPair.of(survivor, merged)).map(MergeResult.NeverMatch::new);
  }

  List<Row> lock(UUID survivor, UUID merged) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(LOCK)
                .bind("ids", new UUID[] {survivor, merged})
                .mapTo(Row.class)
                .list());
  }

  /** Two that were not merged into others. */
  Pair pair(UUID survivor, UUID merged) {
    return find(survivor, merged).orElseThrow();
  }

  Optional<Pair> find(UUID survivor, UUID merged) {
    Map<UUID, DocumentedCustomer> found = new HashMap<>();
    customers
        .withIds(List.of(new CustomerId(survivor), new CustomerId(merged)))
        .forEach(one -> found.put(one.customer().id().value(), one));
    return found.size() == 2
        ? Optional.of(new Pair(found.get(survivor), found.get(merged)))
        : Optional.empty();
  }
}
