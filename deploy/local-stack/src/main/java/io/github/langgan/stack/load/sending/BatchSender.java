package io.github.langgan.stack.load.sending;

import io.github.langgan.stack.launcher.Refused;
import io.github.langgan.stack.load.reconciling.Outcome;
import io.github.langgan.stack.load.sending.Attempt.Answered;
import io.github.langgan.stack.load.sending.Attempt.Forbidden;
import io.github.langgan.stack.load.sending.Attempt.Lost;
import io.github.langgan.stack.load.sending.Attempt.Unauthorized;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Sends a batch until it is answered, always with the same content: the API knows each item by its
 * number and takes it once, so nothing is lost and nothing doubled. A batch that is refused as a
 * whole is halved, until only the item stands alone that is at fault.
 */
public final class BatchSender {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final BatchCall call;
  private final Duration patience;
  private final Troubles troubles;

  public BatchSender(BatchCall call, Duration patience, Troubles troubles) {
    this.call = call;
    this.patience = patience;
    this.troubles = troubles;
  }

  /** Throws {@link Refused} when there is no answer in time, or none to be had. */
  List<Outcome> send(List<Item> items) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    Duration pause = FIRST_PAUSE;
    boolean renewed = false;
    while (true) {
      switch (call.send(items)) {
        case Answered(List<Outcome> outcomes) -> {
          troubles.over();
          return outcomes;
        }
        case Attempt.Refused(String reason) -> {
          return sendHalves(items, reason);
        }
        case Forbidden(String reason) -> throw new Refused("The API answers " + reason);
        case Unauthorized(String token, String reason) -> {
          if (renewed || !call.renewToken(token)) {
            throw new Refused("The API answers " + reason);
          }
          renewed = true;
        }
        case Lost(String reason, Duration notBefore) -> {
          if (System.nanoTime() > deadline) {
            throw new Refused(
                "No answer for %d s: %s. Nothing is lost: run it again with --resume."
                    .formatted(patience.toSeconds(), reason));
          }
          troubles.begun(reason);
          Thread.sleep(atLeast(notBefore, jittered(pause)));
          pause = atMost(LONGEST_PAUSE, pause.multipliedBy(2));
        }
      }
    }
  }

  private List<Outcome> sendHalves(List<Item> items, String reason) throws InterruptedException {
    if (items.size() == 1) {
      return List.of(new Outcome.Rejected(reason));
    }
    int half = items.size() / 2;
    List<Outcome> outcomes = new ArrayList<>(send(items.subList(0, half)));
    outcomes.addAll(send(items.subList(half, items.size())));
    return outcomes;
  }

  private static Duration atLeast(Duration least, Duration pause) {
    return pause.compareTo(least) < 0 ? least : pause;
  }

  private static Duration atMost(Duration most, Duration pause) {
    return pause.compareTo(most) > 0 ? most : pause;
  }

  private static Duration jittered(Duration pause) {
    return pause.multipliedBy(ThreadLocalRandom.current().nextInt(50, 101)).dividedBy(100);
  }
}
