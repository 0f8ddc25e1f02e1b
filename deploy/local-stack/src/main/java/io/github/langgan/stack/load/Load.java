package io.github.langgan.stack.load;

import io.github.langgan.stack.load.csv.CsvFile;
import io.github.langgan.stack.load.csv.CsvLine;
import io.github.langgan.stack.load.reconciling.Checkpoint;
import io.github.langgan.stack.load.reconciling.Reconciliation;
import io.github.langgan.stack.load.reconciling.Reconciliation.Result;
import io.github.langgan.stack.load.reconciling.RejectsFile;
import io.github.langgan.stack.load.reconciling.Settlement;
import io.github.langgan.stack.load.sending.BatchSender;
import io.github.langgan.stack.load.sending.Intake;
import io.github.langgan.stack.load.sending.Lanes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * A file on its way through the API. Where it ends early, the next run goes on from its last
 * checkpoint if it is told to, and sends all of it again if not, which doubles nothing either.
 *
 * @param connections how many batches are on their way at once
 * @param identity of this load; a checkpoint of another one is of no use
 */
public record Load(
    CsvFile file,
    Function<Intake, LineTaker> taker,
    BatchSender sender,
    int connections,
    Path rejects,
    String identity,
    Meter meter) {

  private static final long CHECKPOINT_NANOS = Duration.ofSeconds(2).toNanos();
  private static final int LOOK_UP_EVERY = 500;

  /** Throws {@link io.github.langgan.stack.launcher.Refused} when it can't go on. */
  public Result run(boolean resume) {
    Optional<Checkpoint> reached = resume ? Checkpoint.find(rejects, identity) : Optional.empty();
    reached.ifPresent(from -> meter.say("Goes on after %,d lines.".formatted(from.lines())));
    try (RejectsFile rejected =
        new RejectsFile(rejects, reached.map(Checkpoint::rejectsLength).orElse(0L))) {
      Settlement settlement = new Settlement(rejected, reached.map(Checkpoint::tally));
      Reconciliation reconciliation = new Reconciliation();
      try (Lanes lanes = new Lanes(connections, sender, settlement)) {
        read(taker.apply(new Intake(reconciliation, settlement, lanes)), settlement);
        lanes.finish();
      } finally {
        save(settlement);
      }
      Checkpoint.forget(rejects);
      return reconciliation.with(settlement.tally());
    }
  }

  private void read(LineTaker lines, Settlement settlement) {
    Speed speed = new Speed(settlement.tally().lines());
    long nextCheckpoint = System.nanoTime() + CHECKPOINT_NANOS;
    long count = 0;
    for (Optional<CsvLine> line = file.next(); line.isPresent(); line = file.next()) {
      lines.take(line.get());
      if (++count % LOOK_UP_EVERY == 0) {
        meter.at(file.bytesRead(), speed.after(settlement.tally().lines()));
        if (System.nanoTime() - nextCheckpoint > 0) {
          save(settlement);
          nextCheckpoint = System.nanoTime() + CHECKPOINT_NANOS;
        }
      }
    }
    lines.finish();
  }

  private void save(Settlement settlement) {
    Settlement.Progress progress = settlement.progress();
    new Checkpoint(identity, progress.tally(), progress.rejectsLength()).save(rejects);
  }
}
