package io.github.langgan.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who listens on a port, as far as this machine tells. */
public final class PortOwner {

  private static final String LISTENING = "0A";

  private PortOwner() {}

  /** A text such as {@code postgres (pid 4711)}. */
  public static String of(int port) {
    return Stream.of("tcp", "tcp6")
        .flatMap(table -> inodes(Path.of("/proc/net", table), port))
        .flatMap(inode -> holder(inode).stream())
        .findFirst()
        .map(PortOwner::described)
        .orElse("another program");
  }

  private static Stream<String> inodes(Path table, int port) {
    String suffix = ":%04X".formatted(port);
    return lines(table).stream()
        .skip(1)
        .map(line -> line.strip().split("\\s+"))
        .filter(columns -> columns[1].endsWith(suffix) && columns[3].equals(LISTENING))
        .map(columns -> columns[9]);
  }

  private static Optional<ProcessHandle> holder(String inode) {
    return ProcessHandle.allProcesses()
        .filter(process -> holds(process.pid(), "socket:[" + inode + "]"))
        .findFirst();
  }

  private static boolean holds(long pid, String socket) {
    try (Stream<Path> open = Files.list(Path.of("/proc", "" + pid, "fd"))) {
      return open.anyMatch(descriptor -> socket.equals(target(descriptor)));
    } catch (IOException othersOrGone) {
      return false;
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException gone) {
      return "";
    }
  }

  private static String described(ProcessHandle process) {
    String command = process.info().command().orElse("a program");
    return "%s (pid %d)".formatted(Path.of(command).getFileName(), process.pid());
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException notLinux) {
      return List.of();
    }
  }
}
