package io.github.langgan.loyalty.model.tier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The tier that was told of last. */
public record Kept(String level, Instant since, @Nullable Instant until) {}
