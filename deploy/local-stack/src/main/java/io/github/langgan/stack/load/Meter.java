package io.github.langgan.stack.load;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far something long is: a bar on a terminal, a line now and then elsewhere. */
public final class Meter implements AutoCloseable {

  private static final int REFRESH_MILLIS = 200;
  private static final Duration LINE_EVERY = Duration.ofSeconds(5);

  private final String task;
  private final long max;
  private final Consumer<String> out;
  private final Optional<ProgressBar> bar;
  private long nextLine = System.nanoTime() + LINE_EVERY.toNanos();

  public Meter(String task, long max) {
    this(task, max, System.err::println);
  }

  Meter(String task, long max, Consumer<String> out) {
    this.out = out;
    this.task = task;
    this.max = Math.max(1, max);
    this.bar =
        Boolean.getBoolean("langgan.terminal")
            ? Optional.of(
                new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(this.max)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(REFRESH_MILLIS)
                    .hideEta()
                    .clearDisplayOnFinish()
                    .build())
            : Optional.empty();
  }

  /**
   * @param state in words, such as how much and how fast
   */
  public synchronized void at(long done, String state) {
    bar.ifPresent(shown -> shown.stepTo(done).setExtraMessage(" " + state));
    if (bar.isEmpty() && System.nanoTime() - nextLine > 0) {
      nextLine = System.nanoTime() + LINE_EVERY.toNanos();
      out.accept("%s: %d%%, %s".formatted(task, Math.min(100, done * 100 / max), state));
    }
  }

  /** Something worth a line. */
  public synchronized void say(String line) {
    out.accept(bar.isPresent() ? "\r" + line + "\u001b[K" : line);
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
