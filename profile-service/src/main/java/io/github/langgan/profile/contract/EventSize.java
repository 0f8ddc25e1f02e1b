package io.github.langgan.profile.contract;

import io.github.langgan.profile.model.Transaction;
import io.github.langgan.profile.model.TransactionLine;
import org.jspecify.annotations.Nullable;

/** Whether a transaction fits into one event, which the broker takes up to about 1 MiB. */
public final class EventSize {

  private static final int MOST = 850_000;
  private static final int HEAD = 1_000;
  private static final int LINE = 300;

  private EventSize() {}

  public static boolean fits(Transaction transaction) {
    int bytes = HEAD;
    for (TransactionLine line : transaction.lines()) {
      bytes += LINE + json(line.product()) + json(line.name()) + json(line.category());
    }
    return bytes <= MOST;
  }

  /** At most so many bytes does a text take in JSON. */
  private static int json(@Nullable String text) {
    if (text == null) {
      return 0;
    }
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      bytes += c < ' ' ? 6 : c == '"' || c == '\\' ? 2 : c < 0x80 ? 1 : 3;
    }
    return bytes;
  }
}
