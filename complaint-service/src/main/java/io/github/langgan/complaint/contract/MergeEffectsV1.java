package io.github.langgan.complaint.contract;

/** Cases that go to another customer by a merge or its undoing. */
public record MergeEffectsV1(long openCases, long closedCases) {}
