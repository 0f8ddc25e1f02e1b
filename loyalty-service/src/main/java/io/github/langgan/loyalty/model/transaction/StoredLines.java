package io.github.langgan.loyalty.model.transaction;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.chassis.json.EventJson;
import java.util.List;

/** The lines of a transaction as the column {@code lines} keeps them. */
record StoredLines(List<PurchaseLine> bought, List<ReturnedLine> returned) {

  static String json(Transaction transaction) {
    StoredLines lines =
        switch (transaction) {
          case Purchase purchase -> new StoredLines(purchase.lines(), List.of());
          case Return back -> new StoredLines(List.of(), back.lines());
        };
    return new String(EventJson.write(lines), UTF_8);
  }

  static StoredLines read(String json) {
    return EventJson.read(json.getBytes(UTF_8), StoredLines.class);
  }
}
