package io.github.langgan.chassis.duework;

import java.time.Instant;
import java.util.UUID;

/**
 * One piece of work.
 *
 * @param subject what it is about; at most one item per kind and subject waits
 * @param payload as the scheduler gave it, often empty
 * @param attempts that failed before this one
 */
public record DueItem(
    UUID id, String kind, String subject, Instant dueAt, String payload, int attempts) {}
