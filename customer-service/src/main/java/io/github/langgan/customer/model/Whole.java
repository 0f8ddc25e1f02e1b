package io.github.langgan.customer.model;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;

/** A customer as it is read. */
record Whole(CustomerRow row, ParticularsRow said, Parts parts) {

  static Whole of(RowView row) {
    return new Whole(
        row.getRow(CustomerRow.class),
        row.getRow(ParticularsRow.class),
        Parts.noneOf(row.getColumn("id", UUID.class)));
  }

  Customer customer() {
    return row.with(said.with(parts));
  }

  /**
   * @param inherited of the traits that a merge or split brought, where they came from before
   */
  Map<Trait, Origin> traits(Map<Inherited, Origin> inherited) {
    Map<Trait, Origin> traits = new EnumMap<>(Trait.class);
    row.since(said)
        .forEach(
            (trait, version) -> {
              Origin own = new Origin(row.id(), version);
              traits.put(trait, inherited.getOrDefault(new Inherited(own, trait), own));
            });
    return traits;
  }

  /** The records whose versions brought something. */
  Set<UUID> records(Map<Trait, Origin> traits) {
    Set<UUID> records = new HashSet<>();
    add(records, traits.values());
    add(records, parts.contacts().values());
    add(records, parts.identifiers().values());
    add(records, parts.notes().values());
    return records;
  }

  private static void add(Set<UUID> records, Collection<Origin> origins) {
    origins.forEach(origin -> records.add(origin.record()));
  }

  Origins origins(Map<Trait, Origin> traits, Map<Origin, Provenance> versions) {
    return new Origins(versions, traits, parts.contacts(), parts.identifiers(), parts.notes());
  }
}
