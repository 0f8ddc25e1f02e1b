package io.github.langgan.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A process that didn't come up; the message holds the end of its log. */
public final class StartFailed extends RuntimeException {

  private static final int TAIL_LINES = 20;

  private StartFailed(String message) {
    super(message);
  }

  static StartFailed ended(String name, Path log) {
    return new StartFailed("%s ended while starting.%n%s".formatted(name, tail(log)));
  }

  static StartFailed notReady(String name, Duration patience, Path log) {
    return new StartFailed(
        "%s is not ready after %d s.%n%s".formatted(name, patience.toSeconds(), tail(log)));
  }

  private static String tail(Path log) {
    try {
      List<String> lines = Files.readAllLines(log);
      List<String> last = lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
      return "The end of %s:%n  %s".formatted(log, String.join("\n  ", last));
    } catch (IOException e) {
      return "Its log %s can't be read: %s".formatted(log, e.getMessage());
    }
  }
}
