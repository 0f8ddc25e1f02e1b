package io.github.langgan.customer.directory;

import io.github.langgan.chassis.duework.DueItem;
import io.github.langgan.chassis.duework.DueWorkHandler;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.StoredNames;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Makes those findable by name who were registered before names were searched. */
@Singleton
public class IndexNames implements DueWorkHandler {

  private final StoredNames names;

  IndexNames(StoredNames names) {
    this.names = names;
  }

  @Override
  public String kind() {
    return "index-name";
  }

  @Override
  public void run(List<DueItem> items) {
    names.restore(
        items.stream().map(item -> new CustomerId(UUID.fromString(item.subject()))).toList());
  }
}
