package io.github.langgan.profile.erasing;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is left to be done of an erasure.
 *
 * @param subjects the customer and all records that were merged into it
 * @param erased how many of what were erased at once
 */
record Erasure(UUID requestId, UUID customerId, List<UUID> subjects, Map<String, Long> erased) {}
