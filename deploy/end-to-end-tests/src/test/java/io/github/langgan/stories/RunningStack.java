package io.github.langgan.stories;

import io.github.langgan.stack.LocalStack;
import io.github.langgan.stack.StackSetup;
import io.github.langgan.stack.process.Folders;
import java.nio.file.Path;

/** The packaged services with their servers, started once for all stories, ended with them. */
final class RunningStack {

  private static final LocalStack STACK = start();

  private RunningStack() {}

  static LocalStack get() {
    return STACK;
  }

  private static LocalStack start() {
    LocalStack stack = new LocalStack(StackSetup.onFreePorts(Path.of("target/stories")));
    // an earlier run that was killed may have left its processes
    stack.down();
    Folders.delete(stack.setup().home());
    Runtime.getRuntime().addShutdownHook(new Thread(stack::down, "stories end"));
    stack.up();
    return stack;
  }
}
