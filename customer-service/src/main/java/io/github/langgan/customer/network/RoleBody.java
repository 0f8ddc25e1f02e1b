package io.github.langgan.customer.network;

import io.github.langgan.customer.model.network.HeldRole;
import io.github.langgan.customer.model.network.PartyRole;
import io.github.langgan.customer.model.network.Period;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PartyRole", description = "What a party is to the company, and when.")
public record RoleBody(
    @NotNull @Nullable PartyRole role,
    @Schema(description = "The first day; as long as anybody knows if absent")
        @Nullable LocalDate validFrom,
    @Schema(description = "The first day on which it no longer is; no end if absent")
        @Nullable LocalDate validUntil) {

  static RoleBody of(HeldRole held) {
    return new RoleBody(held.role(), held.period().from(), held.period().until());
  }

  HeldRole toRole() {
    return new HeldRole(Objects.requireNonNull(role), new Period(validFrom, validUntil));
  }
}
