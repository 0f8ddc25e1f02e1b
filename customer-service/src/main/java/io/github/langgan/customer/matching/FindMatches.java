package io.github.langgan.customer.matching;

import io.github.langgan.chassis.duework.DueItem;
import io.github.langgan.chassis.duework.DueWorkHandler;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.CustomerKind;
import io.github.langgan.customer.model.Customers;
import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.PendingMatches;
import io.github.langgan.customer.model.SharedSources;
import io.github.langgan.customer.model.comparison.Band;
import io.github.langgan.customer.model.comparison.BlockingKeys;
import io.github.langgan.customer.model.comparison.Comparison;
import io.github.langgan.customer.model.comparison.Features;
import io.github.langgan.customer.model.comparison.MatchWeights;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Compares new and changed records with those that share a key. Once more makes no difference: what
 * was found of a record before is replaced.
 */
@Singleton
public class FindMatches implements DueWorkHandler {

  /** So that neither the pairs nor the records of a crowded neighbourhood fill the memory. */
  private static final int KEYS_ASKED = 20;

  private static final int RECORDS_READ = 1_000;

  private final Customers customers;
  private final SharedSources shared;
  private final MatchKeys keys;
  private final MatchPairs pairs;
  private final MatchWeights weights = MatchWeights.initial();

  FindMatches(Customers customers, SharedSources shared, MatchKeys keys, MatchPairs pairs) {
    this.customers = customers;
    this.shared = shared;
    this.keys = keys;
    this.pairs = pairs;
  }

  @Override
  public String kind() {
    return PendingMatches.KIND;
  }

  @Override
  public void run(List<DueItem> items) {
    // two records that are compared at the same time would not see each other
    keys.lock();
    Map<UUID, Record> changed =
        records(items.stream().map(item -> UUID.fromString(item.subject())).toList());
    Map<UUID, Set<String>> keysOf = new HashMap<>();
    changed.forEach((id, record) -> keysOf.put(id, BlockingKeys.of(record.features())));
    keys.replace(keysOf);
    List<MatchPairs.Found> found = new ArrayList<>();
    for (List<UUID> some : slices(List.copyOf(changed.keySet()), KEYS_ASKED)) {
      for (List<MatchKeys.Together> candidates : slices(keys.together(some), RECORDS_READ)) {
        found.addAll(compare(candidates, changed));
      }
    }
    pairs.replace(changed.keySet(), found.stream().distinct().toList());
  }

  private record Record(CustomerKind kind, Features features) {}

  private Map<UUID, Record> records(Collection<UUID> ids) {
    Map<UUID, Record> records = new HashMap<>();
    for (Customer customer : customers.withIds(ids.stream().map(CustomerId::new).toList())) {
      Particulars said = customer.particulars();
      records.put(customer.id().value(), new Record(said.kind(), Features.of(said, shared::share)));
    }
    return records;
  }

  private List<MatchPairs.Found> compare(
      List<MatchKeys.Together> candidates, Map<UUID, Record> changed) {
    Set<UUID> others = new HashSet<>();
    candidates.forEach(pair -> others.addAll(List.of(pair.one(), pair.other())));
    others.removeAll(changed.keySet());
    Map<UUID, Record> records = new HashMap<>(changed);
    records.putAll(records(others));
    List<MatchPairs.Found> found = new ArrayList<>();
    for (MatchKeys.Together pair : candidates) {
      Record one = records.get(pair.one());
      Record other = records.get(pair.other());
      if (one != null && other != null && one.kind() == other.kind()) {
        Comparison comparison = Comparison.of(one.features(), other.features());
        double probability = weights.probability(comparison);
        if (Band.of(probability) != Band.DIFFERENT) {
          found.add(new MatchPairs.Found(pair.one(), pair.other(), comparison, probability));
        }
      }
    }
    return found;
  }

  private static <T> List<List<T>> slices(List<T> all, int most) {
    List<List<T>> slices = new ArrayList<>();
    for (int from = 0; from < all.size(); from += most) {
      slices.add(all.subList(from, Math.min(all.size(), from + most)));
    }
    return slices;
  }
}
