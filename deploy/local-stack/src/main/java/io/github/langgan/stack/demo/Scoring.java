package io.github.langgan.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.langgan.stack.demo.push.Api;
import io.github.langgan.stack.load.Meter;
import io.github.langgan.stack.process.Waiting;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Waits until analytics has compared all customers who bought, which it does now and then, and
 * profile knows how one of them came out.
 */
record Scoring(Api api, Duration patience) {

  /** Fewer are never compared. */
  private static final int FEWEST = 5;

  void await(String customerId, long customersWhoBought) {
    if (customersWhoBought < FEWEST) {
      return;
    }
    try (Meter meter = new Meter("Scores", 1)) {
      boolean there =
          Waiting.until(
              () -> {
                meter.at(0, "waiting for all customers to be compared");
                return isAmong(customersWhoBought, customerId);
              },
              patience);
      if (!there) {
        meter.say("Not compared after %d s".formatted(patience.toSeconds()));
      }
    }
  }

  private boolean isAmong(long customersWhoBought, String customerId) {
    JsonNode scores = api.get("/v1/analytics/customers/" + customerId).body().at("/rfm/scores");
    if (scores.path("population").asLong() < customersWhoBought) {
      return false;
    }
    JsonNode seen = api.get("/v1/profiles/" + customerId).body().path("rfm");
    return Stream.of("recency", "frequency", "monetary")
        .allMatch(score -> scores.path(score).equals(seen.path(score)));
  }
}
