package io.github.langgan.profile.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.chassis.duework.DueWork;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.json.EventJson;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Asks for a look, after this transaction's commit, at the transactions that wait under some
 * references. Whoever records such a transaction asks for it, and so does whoever learns what a
 * reference means: the later of two concurrent commits then sees the other, and none is missed.
 */
@Singleton
public class PendingAttribution {

  public static final String KIND = "attribution";

  /** Keeps a piece of work small when a batch names many customers. */
  private static final int MOST_REFERENCES = 2_000;

  private final DueWork dueWork;
  private final Clock clock;

  PendingAttribution(DueWork dueWork, Clock clock) {
    this.dueWork = dueWork;
    this.clock = clock;
  }

  public void lookFor(Collection<CustomerReference> references) {
    List<String> texts =
        references.stream().map(CustomerReference::text).sorted().distinct().toList();
    for (int from = 0; from < texts.size(); from += MOST_REFERENCES) {
      List<String> some = texts.subList(from, Math.min(from + MOST_REFERENCES, texts.size()));
      dueWork.schedule(KIND, UuidV7.next().toString(), clock.instant(), payload(some));
    }
  }

  private static String payload(List<String> references) {
    return new String(EventJson.write(references), UTF_8);
  }

  /** The references that were asked for with these payloads, each once. */
  public static Set<CustomerReference> read(Collection<String> payloads) {
    Set<String> texts = new TreeSet<>();
    for (String payload : payloads) {
      texts.addAll(List.of(EventJson.read(payload.getBytes(UTF_8), String[].class)));
    }
    return texts.stream()
        .map(CustomerReference::new)
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }
}
