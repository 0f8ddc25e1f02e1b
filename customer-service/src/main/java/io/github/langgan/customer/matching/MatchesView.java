package io.github.langgan.customer.matching;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Matches", description = "The likeliest first")
public record MatchesView(
    @Schema(required = true) List<MatchView> items,
    @Schema(
            required = true,
            description = "The record has changed and waits to be compared: this may not be all")
        boolean pending) {}
