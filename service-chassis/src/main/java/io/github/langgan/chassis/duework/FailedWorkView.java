package io.github.langgan.chassis.duework;

import java.time.Instant;
import java.util.UUID;

/** Work that was given up, and why. */
public record FailedWorkView(
    UUID id, String kind, String subject, int attempts, String lastError, Instant failedAt) {}
