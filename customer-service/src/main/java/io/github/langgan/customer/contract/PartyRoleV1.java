package io.github.langgan.customer.contract;

import io.github.langgan.customer.model.network.Party;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a party is to the company.
 *
 * @param validUntil the first day on which it no longer is
 */
public record PartyRoleV1(
    String role, @Nullable LocalDate validFrom, @Nullable LocalDate validUntil) {

  static List<PartyRoleV1> all(Party party) {
    return party.details().roles().stream()
        .map(
            held ->
                new PartyRoleV1(held.role().name(), held.period().from(), held.period().until()))
        .toList();
  }
}
