package io.github.langgan.stack.demo.push;

import io.github.langgan.stack.demo.retailer.Happening;
import io.github.langgan.stack.demo.retailer.Retailer;
import io.github.langgan.stack.load.Meter;
import io.github.langgan.stack.load.reconciling.RejectsFile;
import io.github.langgan.stack.load.reconciling.Settlement;
import io.github.langgan.stack.load.reconciling.Slot;
import io.github.langgan.stack.load.reconciling.Tally;
import io.github.langgan.stack.load.sending.BatchCall;
import io.github.langgan.stack.load.sending.BatchSender;
import io.github.langgan.stack.load.sending.Credentials;
import io.github.langgan.stack.load.sending.Item;
import io.github.langgan.stack.load.sending.Lanes;
import io.github.langgan.stack.load.sending.Troubles;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;

/** Reports all purchases and returns, each shopper's in the order of time. */
public record RecordHappenings(
    URI base, Credentials credentials, String source, Path rejects, Duration patience) {

  private static final int CONNECTIONS = 3;
  private static final int SHOW_EVERY = 100;

  public Tally record(Retailer retailer) {
    HappeningJson json = new HappeningJson(source);
    BatchCall call = new BatchCall(base.resolve("/v1/transactions/batch"), credentials);
    try (Meter meter = new Meter("Transactions", retailer.edition().transactions());
        RejectsFile rejected = new RejectsFile(rejects, 0)) {
      Settlement settlement = new Settlement(rejected, Optional.empty());
      BatchSender sender = new BatchSender(call, patience, new Troubles(meter::say));
      try (Lanes lanes = new Lanes(CONNECTIONS, sender, settlement)) {
        long count = 0;
        Iterator<Happening> all = retailer.happenings().iterator();
        while (all.hasNext()) {
          Item item = item(all.next(), json, ++count);
          settlement.open(item.slot());
          lanes.add(item);
          if (count % SHOW_EVERY == 0) {
            long done = settlement.tally().parts();
            meter.at(done, "%,d recorded".formatted(done));
          }
        }
        lanes.finish();
      }
      return settlement.tally();
    }
  }

  private static Item item(Happening happening, HappeningJson json, long number) {
    return new Item(
        happening.shopper().number(),
        json.of(happening).toString().getBytes(StandardCharsets.UTF_8),
        new Slot(new long[] {number}, happening.externalId(), "IDR", null));
  }
}
