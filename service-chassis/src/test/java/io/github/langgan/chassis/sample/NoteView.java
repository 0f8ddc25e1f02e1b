package io.github.langgan.chassis.sample;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public record NoteView(
    UUID id,
    String code,
    @Nullable String text,
    BigDecimal amount,
    Instant writtenAt,
    long version) {}
