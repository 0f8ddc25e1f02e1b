package io.github.langgan.loyalty.model;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which customers some records mean, until the transaction ends. */
public record Meanings(Map<UUID, UUID> customers) {

  /** Those of records that were not asked for are records of their own. */
  public CustomerId of(CustomerId record) {
    return new CustomerId(customers.getOrDefault(record.value(), record.value()));
  }

  public Set<CustomerId> all() {
    return customers.values().stream().map(CustomerId::new).collect(Collectors.toSet());
  }
}
