package io.github.langgan.customer.network.relationship;

import io.github.langgan.customer.model.CustomerKind;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "NetworkMember", description = "A customer, or a party that is none.")
public record NodeView(
    @Schema(description = "Of a merged one the survivor") @Nullable UUID customerId,
    @Schema(description = "Of a party that is no customer") @Nullable UUID partyId,
    @Nullable CustomerKind kind,
    @Schema(description = "In full") @Nullable String name) {}
