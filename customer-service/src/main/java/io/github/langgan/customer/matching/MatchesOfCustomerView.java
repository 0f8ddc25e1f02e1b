package io.github.langgan.customer.matching;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "MatchesOfCustomer", description = "The likeliest first")
public record MatchesOfCustomerView(
    @Schema(required = true) List<MatchView> items,
    @Schema(
            required = true,
            description = "The record has changed and waits to be compared: this may not be all")
        boolean pending) {}
