package io.github.langgan.profile.inbound;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.profile.model.CustomerReference;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * By what records are named. A record that stands says so itself; of one that was merged the
 * customer says it that it means now, once that customer's own events know of it. So the order in
 * which merges and customers' events are read makes no difference in the end.
 */
@Singleton
class RecordReferences {

  private final Aliases aliases;
  private final KnownCustomers customers;
  private final KnownReferences references;

  RecordReferences(Aliases aliases, KnownCustomers customers, KnownReferences references) {
    this.aliases = aliases;
    this.customers = customers;
    this.references = references;
  }

  /**
   * After the customers' events are known.
   *
   * @return those whose meaning has changed
   */
  Set<CustomerReference> learn(Collection<CustomerFacts> told, Map<UUID, UUID> meanings) {
    Set<UUID> standing = new HashSet<>();
    Set<UUID> merged = new HashSet<>();
    List<Naming> namings = new ArrayList<>();
    for (CustomerFacts facts : told) {
      UUID id = facts.customerId();
      if (meanings.get(id).equals(id)) {
        standing.add(id);
        namings.addAll(Naming.of(facts));
      } else {
        merged.add(id);
      }
      facts.merged().stream()
          .filter(record -> !meanings.get(record).equals(record))
          .forEach(merged::add);
    }
    Set<CustomerReference> changed = references.replace(standing, namings);
    if (!merged.isEmpty()) {
      changed.addAll(renew(merged));
    }
    return changed;
  }

  /**
   * After these were merged or split.
   *
   * @return those whose meaning has changed
   */
  Set<CustomerReference> renew(Set<UUID> records) {
    Map<UUID, UUID> meanings = aliases.resolve(records);
    Set<UUID> asked = new HashSet<>(records);
    asked.addAll(meanings.values());
    Map<UUID, CustomerFacts> known = customers.of(asked);
    Set<UUID> told = new HashSet<>();
    List<Naming> namings = new ArrayList<>();
    for (UUID record : records) {
      CustomerFacts own = known.get(record);
      CustomerFacts customer = known.get(meanings.get(record));
      if (customer != null && customer.merged().contains(record)) {
        told.add(record);
        namings.addAll(Naming.ofMerged(record, customer));
      } else if (own != null) {
        told.add(record);
        namings.addAll(Naming.of(own));
      }
    }
    return references.replace(told, namings);
  }
}
