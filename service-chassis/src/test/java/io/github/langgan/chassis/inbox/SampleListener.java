package io.github.langgan.chassis.inbox;

import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.outbox.Effect;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.chassis.outbox.SampleHappened;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;

/** Writes down each number that it receives; fails where a test wants it to. */
@Singleton
class SampleListener implements TopicListener {

  static final String TOPIC = "crm.loyalty";

  record Counted(int number, boolean poison, boolean echo) {}

  final AtomicBoolean mended = new AtomicBoolean();
  final AtomicInteger databaseTrouble = new AtomicInteger();
  final AtomicInteger inside = new AtomicInteger();
  volatile CountDownLatch hold = new CountDownLatch(0);

  private final Jdbi jdbi;
  private final Outbox outbox;

  SampleListener(Jdbi jdbi, Outbox outbox) {
    this.jdbi = jdbi;
    this.outbox = outbox;
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public Set<String> types() {
    return Set.of("sample.counted");
  }

  @Override
  public void apply(List<ReceivedEvent> events) {
    if (databaseTrouble.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new IllegalStateException(new SQLException("connection lost, for a test", "08006"));
    }
    for (ReceivedEvent event : events) {
      Counted counted = event.as(Counted.class);
      jdbi.useHandle(
          handle ->
              handle.execute(
                  "INSERT INTO sample_effect (key, number) VALUES (?, ?)",
                  event.key(),
                  counted.number()));
      if (counted.poison() && !mended.get()) {
        throw new IllegalArgumentException("poison, for a test");
      }
      if (counted.echo()) {
        outbox.appendEffects(
            List.of(new Effect(new SampleHappened(event.key(), counted.number(), "echo"), event)));
      }
    }
    await();
  }

  private void await() {
    inside.incrementAndGet();
    try {
      hold.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      inside.decrementAndGet();
    }
  }
}
