package io.github.langgan.chassis.disclosure;

import java.util.List;
import java.util.UUID;

/**
 * Who asks for what.
 *
 * @param dataSubject the id that was asked under
 * @param subjects all ids of the same one
 * @param all also what was made of what the data subject gave
 */
public record DisclosureRequest(
    UUID requestId, UUID dataSubject, List<UUID> subjects, boolean all) {}
