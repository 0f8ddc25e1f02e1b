package io.github.langgan.loyalty.model.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that an entry says, in one text: itself, and a line for each posting, with the terms of the
 * lots that it made. The database's {@code entry_statement} (migration V17) reads the same from
 * what is stored. Its parts are ids, numbers and constants, so that none can pass for another.
 */
final class EntryStatement {

  private static final int NANOS = 1_000;
  private static final int MICROS = 1_000_000;

  private final StringBuilder text = new StringBuilder(400);

  private EntryStatement() {}

  /**
   * @param number among the entries of its membership, from 1
   * @param made the lots that entries at hand made, by id
   */
  static String of(long number, Entry entry, Map<UUID, Lot> made) {
    var statement = new EntryStatement();
    Occasion occasion = entry.occasion();
    statement.text.append(number);
    statement
        .then(entry.id())
        .then(entry.kind())
        .then(entry.membership())
        .then(entry.cameFor())
        .then(microseconds(entry.at()))
        .then(occasion.transaction())
        .then(occasion.redemption())
        .then(occasion.compensation())
        .then(occasion.merge())
        .then(entry.ruleVersion())
        .then(entry.shortfall())
        .then(entry.note());
    if (occasion.transfer() != null) {
      statement.then(occasion.transfer());
    }
    if (entry.debt() != 0) {
      statement.then("debt " + entry.debt());
    }
    for (Posting posting : entry.postings()) {
      statement.text.append('\n').append(posting.accountId());
      statement.then(posting.lotId()).then(posting.points());
      @Nullable Lot lot = posting.lotId() == null ? null : made.get(posting.lotId());
      if (lot != null && lot.entryId().equals(entry.id())) {
        statement
            .then(lot.transaction())
            .then(lot.original())
            .then(microseconds(lot.givenAt()))
            .then(lot.expiresAt() == null || lot.lapses() ? null : microseconds(lot.expiresAt()));
        if (lot.life().activeAt() != null) {
          statement.then(microseconds(lot.life().activeAt()));
        }
        if (lot.lapses()) {
          statement.then("lapses " + lot.life().lapsesAfter());
        }
      }
    }
    return statement.text.toString();
  }

  private EntryStatement then(@Nullable Object part) {
    text.append('|');
    if (part != null) {
      text.append(part);
    }
    return this;
  }

  /** Rounded, as the database does when it stores a time. */
  private static long microseconds(Instant at) {
    return at.getEpochSecond() * MICROS + (at.getNano() + NANOS / 2) / NANOS;
  }
}
