package io.github.langgan.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A command that ran to its end, and well. */
public record Completed(String output) {

  /** Runs the command on the input; throws with its output when it fails. */
  public static Completed of(List<String> command, String input) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
        stdin.write(input);
      }
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(
            "%s failed:%n%s".formatted(String.join(" ", command), output));
      }
      return new Completed(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted in " + command.getFirst(), e);
    }
  }
}
