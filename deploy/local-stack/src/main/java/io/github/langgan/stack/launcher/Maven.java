package io.github.langgan.stack.launcher;

import io.github.langgan.stack.process.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs Maven over the checkout, with the JDK that runs us. */
record Maven(Checkout checkout) {

  /** Its output goes to ours. Returns its exit code. */
  int run(List<String> arguments) {
    return awaitEnd(start(builder(arguments).inheritIO()));
  }

  /** Its output goes to the log and, line by line, to the listener. Returns its exit code. */
  int run(List<String> arguments, Path log, Consumer<String> listener) {
    ProcessBuilder builder = builder(arguments).redirectErrorStream(true);
    try {
      Files.createDirectories(log.getParent());
      Process process = start(builder);
      try (var lines = process.inputReader();
          var copy = Files.newBufferedWriter(log)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          copy.write(line);
          copy.newLine();
          listener.accept(line);
        }
      }
      return awaitEnd(process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ProcessBuilder builder(List<String> arguments) {
    String maven =
        Programs.find("mvn")
            .orElseThrow(() -> new Refused("No mvn in PATH: install Maven 3.8 or newer."));
    List<String> command = new ArrayList<>(List.of(maven, "--no-transfer-progress"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(checkout.root().toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder;
  }

  private static Process start(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int awaitEnd(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroy();
      return 130;
    }
  }
}
