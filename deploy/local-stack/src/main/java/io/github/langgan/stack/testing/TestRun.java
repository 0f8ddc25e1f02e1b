package io.github.langgan.stack.testing;

import io.github.langgan.stack.process.ProcessIdentity;
import java.nio.file.Path;
import java.util.Optional;

/** The process whose end is the end of the test run. */
final class TestRun {

  private TestRun() {}

  /** The topmost java above us: Maven, or the IDE; ourselves when there is none. */
  static ProcessIdentity current() {
    ProcessHandle topmost = ProcessHandle.current();
    for (Optional<ProcessHandle> above = topmost.parent();
        above.isPresent();
        above = above.get().parent()) {
      if (isJava(above.get())) {
        topmost = above.get();
      }
    }
    return ProcessIdentity.of(topmost.pid()).orElseThrow();
  }

  private static boolean isJava(ProcessHandle process) {
    return process
        .info()
        .command()
        .map(command -> Path.of(command).getFileName().toString().equals("java"))
        .orElse(false);
  }
}
