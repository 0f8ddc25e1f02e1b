package io.github.langgan.customer.webhook.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.duework.DueItem;
import io.github.langgan.chassis.duework.DueWork;
import io.github.langgan.chassis.duework.DueWorkHandler;
import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.chassis.operation.Operations;
import io.github.langgan.customer.webhook.Webhooks;
import io.github.langgan.customer.webhook.delivery.SendMessages;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends messages again, with the ids that they had: one, or all of a time, piece by piece. */
@Singleton
class ReplayMessages implements DueWorkHandler {

  private static final String KIND = "webhook-replay";
  private static final int PIECE = 5_000;

  private final Webhooks webhooks;
  private final Deliveries deliveries;
  private final Operations operations;
  private final DueWork dueWork;
  private final SendMessages sender;
  private final Audit audit;
  private final Clock clock;

  ReplayMessages(
      Webhooks webhooks,
      Deliveries deliveries,
      Operations operations,
      DueWork dueWork,
      SendMessages sender,
      Audit audit,
      Clock clock) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.operations = operations;
    this.dueWork = dueWork;
    this.sender = sender;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param after the last that is done
   */
  record Work(UUID webhookId, Instant since, Instant until, @Nullable UUID after, long done) {}

  /** Answers the operation; empty when there is no such webhook. */
  @Transactional
  Optional<UUID> start(UUID webhook, @Nullable String partner, Instant since, Instant until) {
    if (!webhooks.hold(webhook, partner)) {
      return Optional.empty();
    }
    UUID operation = operations.start(KIND);
    schedule(operation, new Work(webhook, since, until, null, 0));
    audit.record(
        "webhook.replayed", "webhook", webhook, "", Map.of("since", since, "until", until));
    return Optional.of(operation);
  }

  /** False when there is no such message of such a webhook. */
  @Transactional
  boolean one(UUID webhook, UUID message, @Nullable String partner) {
    if (!webhooks.hold(webhook, partner) || !deliveries.again(webhook, message)) {
      return false;
    }
    audit.record("webhook.redelivered", "webhook", webhook, "", Map.of("message", message));
    return true;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(List<DueItem> items) {
    items.forEach(item -> run(UUID.fromString(item.subject()), work(item)));
    sender.wake();
  }

  private void run(UUID operation, Work work) {
    if (!webhooks.hold(work.webhookId(), null)) {
      operations.finish(operation, null);
      return;
    }
    Deliveries.Chunk chunk =
        deliveries.again(work.webhookId(), work.after(), work.since(), work.until(), PIECE);
    long done = work.done() + chunk.seen();
    operations.progress(operation, done, 0, null);
    if (chunk.seen() < PIECE) {
      operations.finish(operation, URI.create("/v1/webhooks/" + work.webhookId() + "/deliveries"));
      return;
    }
    UUID last = chunk.last().orElseThrow();
    schedule(operation, new Work(work.webhookId(), work.since(), work.until(), last, done));
  }

  /** A moment later: what is due with the piece that is just done counts as done by it. */
  private void schedule(UUID operation, Work work) {
    dueWork.schedule(
        KIND,
        operation.toString(),
        clock.instant().plus(Duration.ofMillis(1)),
        new String(EventJson.write(work), UTF_8));
  }

  private static Work work(DueItem item) {
    return EventJson.read(item.payload().getBytes(UTF_8), Work.class);
  }
}
