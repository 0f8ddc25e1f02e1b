package io.github.langgan.analytics.erasing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.analytics.contract.ErasureReceiptedV1;
import io.github.langgan.analytics.facts.DisownFacts;
import io.github.langgan.chassis.duework.DueItem;
import io.github.langgan.chassis.duework.DueWorkHandler;
import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.chassis.outbox.Outbox;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Makes a customer's facts nobody's, forgets its figures, and receipts it. */
@Singleton
class EraseFigures implements DueWorkHandler {

  static final String KIND = "erase-figures";

  private final DisownFacts facts;
  private final Outbox outbox;
  private final Clock clock;

  EraseFigures(DisownFacts facts, Outbox outbox, Clock clock) {
    this.facts = facts;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(List<DueItem> items) {
    items.forEach(item -> run(EventJson.read(item.payload().getBytes(UTF_8), Erasure.class)));
  }

  private void run(Erasure erasure) {
    DisownFacts.Disowned disowned = facts.disown(erasure.subjects());
    outbox.append(
        new ErasureReceiptedV1(
            erasure.requestId(),
            erasure.customerId(),
            clock.instant(),
            Map.of(
                "transactionsMadeAnonymous", disowned.transactions(),
                "cases", disowned.cases(),
                "summaries", disowned.summaries()),
            List.of()));
  }
}
