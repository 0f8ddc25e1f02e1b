package io.github.langgan.customer.webhook.delivery;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.time.Backoff;
import io.github.langgan.chassis.time.WakeUp;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends what is due, each message on a virtual thread, while one thread takes lanes and notes what
 * came of them. Each replica does so. So many at once to one receiver and altogether: a slow
 * receiver holds up itself.
 */
@Singleton
public class SendMessages {

  private static final Logger LOG = Logger.getLogger(SendMessages.class);

  /** None waits longer for its place: the webhook may be disabled, or its secret revoked. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final Duration PATIENCE_AT_END = Duration.ofSeconds(2);

  /** Claimed ahead of what is sent, altogether. */
  private static final int AHEAD = 8;

  private final ClaimMessages claims;
  private final NoteAttempts notes;
  private final MakeAttempt attempts;
  private final DeliveryMetrics metrics;
  private final boolean enabled;
  private final Duration interval;
  private final int each;
  private final int most;
  private final Semaphore places;
  private final WakeUp wakeUp = new WakeUp();
  private final Queue<Attempt> answered = new ConcurrentLinkedQueue<>();
  private final Queue<Lane> unsent = new ConcurrentLinkedQueue<>();
  private final Map<UUID, Way> ways = new HashMap<>();
  private final Thread thread;
  private int claimed;
  private volatile boolean running;

  SendMessages(
      ClaimMessages claims,
      NoteAttempts notes,
      MakeAttempt attempts,
      DeliveryMetrics metrics,
      @ConfigProperty(name = "langgan.webhooks.enabled", defaultValue = "true") boolean enabled,
      @ConfigProperty(name = "langgan.webhooks.interval", defaultValue = "200ms") Duration interval,
      @ConfigProperty(name = "langgan.webhooks.at-once-to-one", defaultValue = "16") int each,
      @ConfigProperty(name = "langgan.webhooks.at-once", defaultValue = "512") int most) {
    this.claims = claims;
    this.notes = notes;
    this.attempts = attempts;
    this.metrics = metrics;
    this.enabled = enabled;
    this.interval = interval;
    this.each = each;
    this.most = most * AHEAD;
    this.places = new Semaphore(most, true);
    this.thread = Thread.ofPlatform().name("webhooks").daemon().unstarted(this::run);
  }

  /** There is something new. */
  public void wake() {
    wakeUp.wake();
  }

  void start(@Observes StartupEvent event) {
    running = enabled;
    if (enabled) {
      thread.start();
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    wake();
    thread.join(Duration.ofSeconds(5));
  }

  private void run() {
    Backoff trouble = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));
    while (running) {
      try {
        if (!noteAndSend()) {
          wakeUp.rest(interval);
        }
        trouble.reset();
      } catch (InterruptedException stopping) {
        return;
      } catch (RuntimeException databaseAway) {
        LOG.warnf("Webhooks: %s; tries again", databaseAway.toString());
        rest(trouble.next());
      }
    }
    end();
  }

  private void rest(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stopping) {
      running = false;
    }
  }

  /** What is not noted now is sent again, by another process, when its claim ends. */
  private void end() {
    long begun = System.nanoTime();
    try {
      note();
      while (claimed > 0 && System.nanoTime() - begun < PATIENCE_AT_END.toNanos()) {
        wakeUp.rest(interval);
        note();
      }
    } catch (InterruptedException | RuntimeException databaseAway) {
      LOG.debugf("Not noted, is sent again: %s", databaseAway.toString());
    }
  }

  /** False when there was nothing to do. */
  private boolean noteAndSend() {
    boolean noted = note();
    if (claimed >= most) {
      return noted;
    }
    Claim claim = claims.claim(UuidV7.next(), most - claimed, each, ways);
    for (Message message : claim.messages()) {
      Way way = ways.computeIfAbsent(message.webhookId(), id -> new Way(each, places, PATIENCE));
      way.claim();
      claimed++;
      Thread.ofVirtual()
          .name("webhook " + message.eventId())
          .start(() -> send(message, claim, way));
    }
    return noted || !claim.messages().isEmpty();
  }

  private void send(Message message, Claim claim, Way way) {
    try {
      if (running && way.enter()) {
        Attempt attempt = attempts.send(message, claim.id(), claim.secretsOf(message));
        way.leave(attempt.answer());
        answered.add(attempt);
      } else {
        unsent.add(message.lane(claim.id()));
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    wake();
  }

  /** What can't be noted stays, for the next time. */
  private boolean note() {
    List<Attempt> some = List.copyOf(answered);
    if (!some.isEmpty()) {
      metrics.count(notes.note(some));
      some.forEach(
          one ->
              forget(
                  answered, one.message().webhookId(), way -> way.noted(one.answer().arrived())));
    }
    List<Lane> others = List.copyOf(unsent);
    if (!others.isEmpty()) {
      claims.giveBack(others);
      others.forEach(one -> forget(unsent, one.webhookId(), Way::gaveBack));
    }
    return !some.isEmpty();
  }

  private void forget(Queue<?> done, UUID webhook, Predicate<Way> leaves) {
    done.remove();
    claimed--;
    ways.computeIfPresent(webhook, (id, way) -> leaves.test(way) ? null : way);
  }
}
