package io.github.langgan.customer.model.network;

import io.github.langgan.customer.model.CustomerKind;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which parties are looked for; what is null doesn't matter.
 *
 * @param on the day on which they hold the role
 * @param name a part of it, in upper or lower case
 * @param customer whom they are, or a record that was merged with it
 * @param partnerName how tokens name them
 */
public record PartyCriteria(
    @Nullable PartyRole role,
    LocalDate on,
    @Nullable CustomerKind kind,
    @Nullable String name,
    @Nullable UUID customer,
    @Nullable String partnerName) {

  @Nullable String pattern() {
    return name == null
        ? null
        : "%" + name.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }
}
