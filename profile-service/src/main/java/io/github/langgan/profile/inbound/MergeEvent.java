package io.github.langgan.profile.inbound;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What we read of {@code customer.merged}, {@code customer.unmerged} and {@code
 * customer.merge-proposed}.
 *
 * @param mergeId not of a proposal
 * @param proposalId only of a proposal
 */
record MergeEvent(@Nullable UUID mergeId, @Nullable UUID proposalId, UUID survivor, UUID merged) {}
