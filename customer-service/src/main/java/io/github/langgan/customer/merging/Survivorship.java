package io.github.langgan.customer.merging;

import io.github.langgan.customer.merging.Strategy.Claim;
import io.github.langgan.customer.model.Contact;
import io.github.langgan.customer.model.DocumentedCustomer;
import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.Trait;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * What survives of two records. What a customer has one of goes by a strategy each; the survivor's
 * stays where that prefers neither. Contacts, identifiers and notes are united, the survivor's
 * first.
 */
final class Survivorship {

  private final Map<Trait, Strategy> strategies;

  Survivorship(Map<Trait, Strategy> strategies) {
    this.strategies = strategies;
  }

  Survival of(DocumentedCustomer survivor, DocumentedCustomer merged) {
    List<SurvivingField> fields = new ArrayList<>();
    Traits traits = new Traits();
    for (Trait trait : Trait.values()) {
      choose(trait, survivor, merged, fields, traits);
    }
    Particulars united =
        traits.with(
            survivor.customer().particulars().kind(),
            all("contacts", Particulars::contacts, Survivorship::key, survivor, merged, fields),
            all("identifiers", Particulars::identifiers, id -> id, survivor, merged, fields),
            all("notes", Particulars::notes, note -> note, survivor, merged, fields));
    return new Survival(united, fields);
  }

  private void choose(
      Trait trait,
      DocumentedCustomer survivor,
      DocumentedCustomer merged,
      List<SurvivingField> fields,
      Traits traits) {
    Object own = trait.in(survivor.customer().particulars());
    Object other = trait.in(merged.customer().particulars());
    if (own == null && other == null) {
      return;
    }
    boolean others;
    String rule;
    if (own == null || other == null) {
      others = own == null;
      rule = "ONLY";
    } else {
      Strategy strategy = strategies.getOrDefault(trait, Strategy.MOST_CONFIDENT);
      others =
          strategy.prefers(
              new Claim(other, merged.origins().of(trait)),
              new Claim(own, survivor.origins().of(trait)));
      rule = strategy.name();
    }
    traits.put(trait, others ? other : own);
    fields.add(new SurvivingField(Traits.field(trait), id(others ? merged : survivor), rule));
  }

  private static <T> List<T> all(
      String name,
      Function<Particulars, List<T>> field,
      Function<T, Object> key,
      DocumentedCustomer survivor,
      DocumentedCustomer merged,
      List<SurvivingField> fields) {
    List<T> united = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    for (DocumentedCustomer record : List.of(survivor, merged)) {
      for (T value : field.apply(record.customer().particulars())) {
        if (seen.add(key.apply(value))) {
          fields.add(new SurvivingField(name + "/" + united.size(), id(record), "UNITED"));
          united.add(value);
        }
      }
    }
    return united;
  }

  /** Equal for all writings. */
  static Object key(Contact contact) {
    String key = contact.lookupKey();
    return key == null ? contact : key;
  }

  private static UUID id(DocumentedCustomer record) {
    return record.customer().id().value();
  }
}
