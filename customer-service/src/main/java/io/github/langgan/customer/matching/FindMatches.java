package io.github.langgan.customer.matching;

import io.github.langgan.chassis.duework.DueItem;
import io.github.langgan.chassis.duework.DueWorkHandler;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Customers;
import io.github.langgan.customer.model.PendingMatches;
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

  private final Customers customers;
  private final MatchKeys keys;
  private final MatchPairs pairs;
  private final MatchWeights weights = MatchWeights.initial();

  FindMatches(Customers customers, MatchKeys keys, MatchPairs pairs) {
    this.customers = customers;
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
    List<MatchKeys.Together> candidates = keys.together(changed.keySet());
    Map<UUID, Record> all = new HashMap<>(changed);
    Set<UUID> missing = new HashSet<>();
    candidates.forEach(pair -> missing.addAll(List.of(pair.one(), pair.other())));
    missing.removeAll(all.keySet());
    all.putAll(records(missing));
    pairs.replace(changed.keySet(), compare(candidates, all));
  }

  private record Record(Customer customer, Features features) {}

  private Map<UUID, Record> records(Collection<UUID> ids) {
    Map<UUID, Record> records = new HashMap<>();
    for (Customer customer : customers.withIds(ids.stream().map(CustomerId::new).toList())) {
      records.put(customer.id().value(), new Record(customer, Features.of(customer.particulars())));
    }
    return records;
  }

  private List<MatchPairs.Found> compare(
      List<MatchKeys.Together> candidates, Map<UUID, Record> records) {
    List<MatchPairs.Found> found = new ArrayList<>();
    for (MatchKeys.Together pair : candidates) {
      Record one = records.get(pair.one());
      Record other = records.get(pair.other());
      if (one != null
          && other != null
          && one.customer().particulars().kind() == other.customer().particulars().kind()) {
        Comparison comparison = Comparison.of(one.features(), other.features());
        double probability = weights.probability(comparison);
        if (Band.of(probability) != Band.DIFFERENT) {
          found.add(new MatchPairs.Found(pair.one(), pair.other(), comparison, probability));
        }
      }
    }
    return found;
  }
}
