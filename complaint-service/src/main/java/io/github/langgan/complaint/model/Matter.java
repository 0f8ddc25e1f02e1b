package io.github.langgan.complaint.model;

import org.jspecify.annotations.Nullable;

/**
 * What a case is about, in the customer's words.
 *
 * @param channel by which it came, a code of the caller's
 * @param category a code of the caller's; processes and clocks may depend on it
 */
public record Matter(
    CaseKind kind, String channel, String category, String subject, @Nullable String description) {}
