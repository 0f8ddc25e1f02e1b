package io.github.langgan.customer.model;

import org.jspecify.annotations.Nullable;

/**
 * A version of a record.
 *
 * @param particulars null when they were replaced before replaced versions were kept
 */
public record RecordedVersion(Provenance provenance, @Nullable Particulars particulars) {}
