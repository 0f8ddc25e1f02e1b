package io.github.langgan.profile.model.history;

import java.time.Instant;
import java.util.UUID;

/**
 * One thing that happened.
 *
 * @param entryId unique; with {@code at} it gives the entry its place
 * @param type a business fact: {@code transaction.purchase}, {@code points.earned}
 * @param subjectId the transaction, case, membership, interaction or intake
 * @param details a JSON object, depending on the type
 */
public record HistoryEntry(
    UUID entryId, Instant at, HistoryKind kind, String type, UUID subjectId, String details) {}
