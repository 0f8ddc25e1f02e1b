package io.github.langgan.loyalty.liability;

import io.github.langgan.loyalty.model.ledger.EntryKind;
import java.time.LocalDate;

/**
 * What went to members in a period by one kind of entry; from them: negative.
 *
 * @param start of the period
 */
record Flow(LocalDate start, EntryKind kind, long points) {}
