package io.github.langgan.customer.matching;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "MatchingRunResult")
public record RunResult(
    @Schema(required = true, description = "Customers that were compared") int records,
    @Schema(required = true, description = "Pairs of them that share something, and were compared")
        long comparedPairs,
    @Schema(required = true, description = "Pairs that are taken to be of one person") long same,
    @Schema(required = true, description = "Pairs for review") long review,
    @Schema(
            required = true,
            description =
                "Whether the weights were learnt; from fewer than 500 customers they aren't")
        boolean learnt,
    @Schema(
            required = true,
            description =
                "Pairs that are SAME by these rules, and were not before: would be merged")
        long newlySame,
    @Schema(
            required = true,
            description = "Pairs that were SAME before, and are not by these rules: would be split")
        long noLongerSame,
    @Schema(description = "Version of the rules that are in force since; absent after a dry run")
        @Nullable Integer rulesVersion) {}
