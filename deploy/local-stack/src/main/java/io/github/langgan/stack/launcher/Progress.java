package io.github.langgan.stack.launcher;

import io.github.langgan.stack.StackProgress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar on a terminal, a line per step elsewhere. */
public final class Progress implements StackProgress, AutoCloseable {

  private static final int REFRESH_MILLIS = 200;

  private final String task;
  private final String doneWord;
  private @Nullable ProgressBar bar;

  public Progress(String task, String doneWord) {
    this.task = task;
    this.doneWord = doneWord;
  }

  static boolean onTerminal() {
    return Boolean.getBoolean("langgan.terminal");
  }

  @Override
  public void begins(int steps) {
    if (onTerminal()) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(steps)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(REFRESH_MILLIS)
              .clearDisplayOnFinish()
              .build();
    }
  }

  @Override
  public void done(String step) {
    if (bar == null) {
      System.err.println(step + " " + doneWord);
    } else {
      bar.step();
      bar.setExtraMessage(step + " " + doneWord);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
