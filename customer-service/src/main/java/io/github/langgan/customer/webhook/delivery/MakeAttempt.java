package io.github.langgan.customer.webhook.delivery;

import io.github.langgan.customer.webhook.destination.TargetRefused;
import io.github.langgan.customer.webhook.destination.Targets;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Signs a message and sends it once, to where its webhook leads now. */
@Singleton
class MakeAttempt {

  private static final Logger LOG = Logger.getLogger(MakeAttempt.class);
  private static final String AGENT = "Langgan-Webhooks/1";

  private final Targets targets;
  private final PostMessage post;
  private final Clock clock;

  MakeAttempt(
      Targets targets,
      Clock clock,
      Vertx vertx,
      @ConfigProperty(name = "langgan.webhooks.timeout", defaultValue = "15s") Duration timeout,
      @ConfigProperty(name = "langgan.webhooks.at-once-to-one", defaultValue = "16") int each) {
    this.targets = targets;
    this.post = new PostMessage(vertx, timeout, each, null, clock);
    this.clock = clock;
  }

  /** Waits for the answer; to be called on a virtual thread. */
  Attempt send(Message message, UUID claim, List<byte[]> secrets) {
    Instant at = clock.instant();
    long begun = System.nanoTime();
    Answer answer;
    try {
      answer = secrets.isEmpty() ? Answer.failed(Failure.SECRET) : post(message, at, secrets);
    } catch (TargetRefused refused) {
      answer = Answer.failed(Failure.TARGET);
    } catch (RuntimeException unexpected) {
      LOG.errorf(unexpected, "Webhook %s: message %s", message.webhookId(), message.eventId());
      answer = Answer.failed(Failure.CONNECTION);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    return Attempt.of(message, claim, at, took, answer);
  }

  private Answer post(Message message, Instant at, List<byte[]> secrets) throws TargetRefused {
    String body = message.body();
    String id = message.eventId().toString();
    Map<String, String> headers =
        Map.of(
            "Content-Type",
            "application/json",
            "User-Agent",
            AGENT,
            "webhook-id",
            id,
            "webhook-timestamp",
            Long.toString(at.getEpochSecond()),
            "webhook-signature",
            Signature.of(id, at, body, secrets));
    return post.post(targets.find(message.url()), headers, body);
  }

  @PreDestroy
  void close() {
    post.close();
  }
}
