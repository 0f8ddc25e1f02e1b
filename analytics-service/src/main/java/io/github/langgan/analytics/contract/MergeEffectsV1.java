package io.github.langgan.analytics.contract;

/** Facts that go to another customer by a merge or its undoing. */
public record MergeEffectsV1(long transactions, long cases) {}
