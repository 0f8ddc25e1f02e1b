package io.github.langgan.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Memory that is in use; pages shared by several processes are shared out among them. */
public record ResidentMemory(long kibibytes) {

  /** Of a process and all below it. */
  public static ResidentMemory ofTree(long pid) {
    Stream<ProcessHandle> tree =
        ProcessHandle.of(pid).stream()
            .flatMap(top -> Stream.concat(Stream.of(top), top.descendants()));
    return new ResidentMemory(tree.mapToLong(process -> ofOne(process.pid())).sum());
  }

  public long toMebibytes() {
    return kibibytes / 1024;
  }

  private static long ofOne(long pid) {
    Path process = Path.of("/proc", Long.toString(pid));
    return Stream.of(
            value(process.resolve("smaps_rollup"), "Pss:"),
            value(process.resolve("status"), "VmRSS:"))
        .filter(value -> value > 0)
        .findFirst()
        .orElseGet(() -> fromPs(pid));
  }

  private static long value(Path file, String name) {
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.stream()
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException absentOrForbidden) {
      return 0;
    }
  }

  private static long fromPs(long pid) {
    try {
      Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
      String answer = new String(ps.getInputStream().readAllBytes()).strip();
      return answer.isEmpty() ? 0 : Long.parseLong(answer);
    } catch (IOException noPs) {
      return 0;
    }
  }
}
