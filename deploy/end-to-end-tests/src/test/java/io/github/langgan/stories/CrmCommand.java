package io.github.langgan.stories;

import io.github.langgan.stack.LocalStack;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** {@code ./crm}, pointed at the running stack. */
final class CrmCommand {

  static final Path ROOT = Path.of(System.getProperty("langgan.root"));

  private static final Map<Long, Path> OUTPUTS = new ConcurrentHashMap<>();

  private CrmCommand() {}

  static Process start(LocalStack stack, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(ROOT.resolve("crm").toString()));
    command.addAll(arguments);
    return start(stack, command.toArray(String[]::new));
  }

  /** Any command, in the checkout's root, in which {@code ./crm} finds the stack. */
  static Process start(LocalStack stack, String... command) {
    try {
      Path output = Files.createTempFile("output", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(ROOT.toFile())
              .redirectInput(new File("/dev/null"))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().put("CRM_HOME", stack.setup().home().toString());
      builder.environment().put("CRM_PORT", Integer.toString(stack.setup().ports().first()));
      Process process = builder.start();
      OUTPUTS.put(process.pid(), output);
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String output(Process process) {
    try {
      return Files.readString(OUTPUTS.get(process.pid()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
