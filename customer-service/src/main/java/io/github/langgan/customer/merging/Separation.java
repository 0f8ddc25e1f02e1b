package io.github.langgan.customer.merging;

import io.github.langgan.customer.model.Contact;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.MergedParts;
import io.github.langgan.customer.model.Note;
import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.Trait;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What becomes of the two records when they are split: each as it would be without the merge. What
 * came later stays with the survivor, unless it came for the merged record.
 */
record Separation(Particulars survivor, Particulars merged, List<Conflict> conflicts) {

  /**
   * @param before the survivor as it was before the merge; of it only what it had one of
   * @param merged as it was at the merge
   * @param now the survivor as it is
   * @param parts what of the survivor came for merged records
   * @param later what was corrected since
   */
  record Case(
      Customer before, Customer merged, Customer now, MergedParts parts, LaterCorrections later) {}

  private record Both<T>(List<T> survivor, List<T> merged) {}

  static Separation of(Case split) {
    List<Conflict> conflicts = new ArrayList<>();
    Traits survivor = new Traits();
    Traits merged = new Traits();
    for (Trait trait : Trait.values()) {
      assign(trait, split, survivor, merged, conflicts);
    }
    MergedParts parts = split.parts();
    var contacts =
        divide(
            split,
            "contacts",
            Particulars::contacts,
            parts.contacts(),
            Survivorship::key,
            Contact::value,
            conflicts);
    var identifiers =
        divide(
            split,
            "identifiers",
            Particulars::identifiers,
            parts.identifiers(),
            known -> known,
            known -> known.source() + "/" + known.value(),
            conflicts);
    var notes =
        divide(
            split, "notes", Particulars::notes, parts.notes(), note -> note, Note::text, conflicts);
    return new Separation(
        survivor.with(
            split.now().particulars().kind(),
            contacts.survivor(),
            identifiers.survivor(),
            notes.survivor()),
        merged.with(
            split.merged().particulars().kind(),
            contacts.merged(),
            identifiers.merged(),
            notes.merged()),
        conflicts);
  }

  private static void assign(
      Trait trait, Case split, Traits survivor, Traits merged, List<Conflict> conflicts) {
    Object before = trait.in(split.before().particulars());
    Object theirs = trait.in(split.merged().particulars());
    Optional<LaterCorrections.Step> ofSurvivor = split.later().lastOfSurvivor(trait);
    Optional<LaterCorrections.Step> ofMerged = split.later().lastOfMerged(trait);
    Object one = ofSurvivor.isPresent() ? trait.in(ofSurvivor.get().after()) : before;
    Object other = ofMerged.isPresent() ? trait.in(ofMerged.get().after()) : theirs;
    survivor.put(trait, one);
    merged.put(trait, other);
    boolean ofBoth = before != null && before.equals(theirs);
    Object now = trait.in(split.now().particulars());
    boolean untold =
        split.later().gaps() && !Objects.equals(now, one) && !Objects.equals(now, other);
    if (untold) {
      one = now;
      survivor.put(trait, now);
    }
    if (untold || ofSurvivor.isPresent() && (ofMerged.isPresent() || ofBoth)) {
      conflicts.add(
          Conflict.corrected(
              Traits.field(trait),
              one == null ? null : Traits.text(one),
              other == null ? null : Traits.text(other)));
    }
  }

  private static <T> Both<T> divide(
      Case split,
      String name,
      Function<Particulars, List<T>> field,
      Map<T, UUID> cameFor,
      Function<T, Object> key,
      Function<T, String> text,
      List<Conflict> conflicts) {
    Map<Object, T> survivor = new LinkedHashMap<>();
    Map<Object, T> merged = new LinkedHashMap<>();
    Set<Object> still =
        field.apply(split.now().particulars()).stream().map(key).collect(Collectors.toSet());
    for (T value : field.apply(split.merged().particulars())) {
      if (still.contains(key.apply(value))) {
        merged.put(key.apply(value), value);
      } else if (!split.later().mergedLost(field, key, key.apply(value))) {
        merged.put(key.apply(value), value);
        conflicts.add(Conflict.removed(name, text.apply(value)));
      }
    }
    for (T value : field.apply(split.now().particulars())) {
      UUID record = cameFor.get(value);
      if (record != null && split.later().merged().contains(record)) {
        merged.putIfAbsent(key.apply(value), value);
      } else {
        survivor.put(key.apply(value), value);
      }
    }
    return new Both<>(List.copyOf(survivor.values()), List.copyOf(merged.values()));
  }
}
