package io.github.langgan.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process that can be told from a later one with the same pid.
 *
 * @param birth what never repeats for this pid: boot id and start tick on Linux (a moved wall clock
 *     changes neither), the start time elsewhere
 */
public record ProcessIdentity(long pid, String birth) {

  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

  /** Empty when no such process lives; a zombie doesn't live. */
  public static Optional<ProcessIdentity> of(long pid) {
    return birthOf(pid).map(birth -> new ProcessIdentity(pid, birth));
  }

  public static Optional<ProcessIdentity> readFrom(Path file) {
    try {
      String[] lines = Files.readString(file).split("\n", 3);
      return lines.length < 2
          ? Optional.empty()
          : Optional.of(new ProcessIdentity(Long.parseLong(lines[0]), lines[1]));
    } catch (NoSuchFileException | NumberFormatException absentOrTorn) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void writeTo(Path file) {
    WholeFile.write(file, pid + "\n" + birth + "\n");
  }

  public boolean alive() {
    return of(pid).filter(this::equals).isPresent();
  }

  /** Does nothing when the process is gone, also when its pid now belongs to another one. */
  public void killHard() {
    if (alive()) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  /** Sends a signal such as {@code TERM} or {@code INT}, under the same care. */
  public void signal(String name) {
    if (!alive()) {
      return;
    }
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(pid))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Optional<String> birthOf(long pid) {
    return Files.exists(BOOT_ID) ? birthOnLinux(pid) : birthElsewhere(pid);
  }

  private static Optional<String> birthElsewhere(long pid) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(handle -> handle.info().startInstant())
        .map(Object::toString);
  }

  private static Optional<String> birthOnLinux(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      // the name in parentheses may hold spaces; after it: state, …, threads as the 18th, start as
      // the 20th
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      // the first thread may be a zombie while others still hold files and ports
      boolean dead = fields[0].matches("[ZX]") && Integer.parseInt(fields[17]) <= 1;
      return dead
          ? Optional.empty()
          : Optional.of(Files.readString(BOOT_ID).strip() + ":" + fields[19]);
    } catch (IOException gone) {
      return Optional.empty();
    }
  }
}
