package io.github.langgan.customer.network.relationship;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "NetworkNode", description = "A customer, or a party: one of the two.")
public record NodeBody(@Nullable UUID customerId, @Nullable UUID partyId) {}
