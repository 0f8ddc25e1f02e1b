package io.github.langgan.profile.contract;

/**
 * What a merge moves from the merged customer to the survivor.
 *
 * @param timelineEntries of what other services told of: cases, points, memberships
 * @param waiting transactions that nobody could be given, since both are named by what they name
 */
public record MergeEffectsV1(
    long transactions, long interactions, long timelineEntries, long waiting) {}
