package io.github.langgan.customer.model.network;

import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.InvalidValue;
import io.github.langgan.customer.model.Particulars;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a party, and can be changed.
 *
 * @param particulars without notes, and without what only customers have
 * @param customer that it is, too, by the id that was named
 */
public record PartyDetails(
    Particulars particulars, List<HeldRole> roles, @Nullable CustomerId customer) {

  public PartyDetails {
    for (int i = 1; i < roles.size(); i++) {
      if (roles.subList(0, i).stream().anyMatch(roles.get(i)::clashesWith)) {
        throw new InvalidValue("roles/" + i, "overlap", "is held twice on the same day");
      }
    }
    roles = roles.stream().sorted(HeldRole.ORDER).toList();
  }

  /** The role of before that is there no longer, not even with an end. */
  public Optional<HeldRole> missing(PartyDetails before) {
    return before.roles.stream()
        .filter(held -> roles.stream().noneMatch(held::continues))
        .findFirst();
  }
}
