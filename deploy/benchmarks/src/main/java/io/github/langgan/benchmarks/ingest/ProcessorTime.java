package io.github.langgan.benchmarks.ingest;

import io.github.langgan.stack.process.StackProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Processor time that Linux has counted; noughts on other systems. */
final class ProcessorTime {

  /** Of user space's unit, USER_HZ, which is 100 on every Linux that runs a JDK. */
  private static final double TICKS = 100;

  private ProcessorTime() {}

  /** Seconds of a process, all below it, and all below it that ended. */
  static double seconds(StackProcess process) {
    return process
        .identity()
        .flatMap(identity -> ProcessHandle.of(identity.pid()))
        .map(top -> Stream.concat(Stream.of(top), top.descendants()))
        .map(tree -> tree.mapToDouble(one -> secondsOf(one.pid())).sum())
        .orElse(0.0);
  }

  private static double secondsOf(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      // after the name in parentheses: the state, …, and as the 12th to 15th utime, stime, and
      // those of children that ended
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return Stream.of(11, 12, 13, 14).mapToLong(i -> Long.parseLong(fields[i])).sum() / TICKS;
    } catch (IOException ended) {
      return 0;
    }
  }
}
