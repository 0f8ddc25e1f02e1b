package io.github.langgan.stack.launcher;

import io.github.langgan.stack.LocalStack;
import io.github.langgan.stack.postgres.UnprivilegedUser;
import io.github.langgan.stack.process.FreePorts;
import io.github.langgan.stack.process.PortOwner;
import io.github.langgan.stack.process.Programs;
import io.github.langgan.stack.process.StackProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Looks at the machine. */
record Doctor(Checkout checkout) {

  private static final long NEEDED_MEMORY_MIB = 2560;
  private static final long NEEDED_DISK_MIB = 3072;

  List<Finding> examine() {
    return List.of(jdk(), maven(), system(), ports(), memory(), disk(), userNamespaces());
  }

  private Finding jdk() {
    // ./crm starts us with a good one or not at all
    return Finding.good(
        "JDK", System.getProperty("java.version") + " in " + System.getProperty("java.home"));
  }

  private Finding maven() {
    String maven = Programs.find("mvn").orElse("none in PATH");
    return Finding.of(
        "Maven", maven, Programs.find("mvn").isPresent(), "install Maven 3.8 or newer");
  }

  private Finding system() {
    String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    boolean musl = Files.exists(Path.of("/etc/alpine-release"));
    boolean known = system.matches("(Linux|Mac OS X) (amd64|x86_64|aarch64)") && !musl;
    return Finding.of(
        "system",
        system + (musl ? " with musl" : ""),
        known,
        "PostgreSQL's programs are made for Linux with glibc and macOS, on amd64 or arm64");
  }

  private Finding ports() {
    LocalStack stack = checkout.stack();
    int first = stack.setup().ports().first();
    String taken =
        stack.setup().ports().owners().entrySet().stream()
            .filter(port -> !stack.process(port.getValue()).running())
            .filter(port -> !FreePorts.isFree(port.getKey()))
            .map(port -> "%d by %s".formatted(port.getKey(), PortOwner.of(port.getKey())))
            .collect(Collectors.joining(", "));
    boolean runs = stack.processes().stream().anyMatch(StackProcess::running);
    return Finding.of(
        "ports",
        taken.isEmpty()
            ? "%d to %d are %s".formatted(first, first + 9, runs ? "ours" : "free")
            : "taken: " + taken,
        taken.isEmpty(),
        "stop that, or ./crm up --port with the first of ten free ports");
  }

  private Finding memory() {
    long available = availableMemoryMib();
    return Finding.of(
        "memory",
        available + " MiB available",
        available < 0
            || available > NEEDED_MEMORY_MIB
            || checkout.stack().process("kafka").running(),
        "the stack takes up to 2.5 GiB: close something");
  }

  private Finding disk() {
    try {
      long free = Files.getFileStore(checkout.root()).getUsableSpace() / (1024 * 1024);
      return Finding.of(
          "disk", free + " MiB free", free > NEEDED_DISK_MIB, "make room: 3 GiB are needed");
    } catch (IOException e) {
      return Finding.good("disk", "unknown: " + e.getMessage());
    }
  }

  private Finding userNamespaces() {
    if (!UnprivilegedUser.needed()) {
      return Finding.good("user namespaces", "not needed, as you aren't root");
    }
    boolean available = UnprivilegedUser.available();
    return Finding.of(
        "user namespaces",
        available ? "available" : "not available",
        available,
        "PostgreSQL doesn't run as root: work as an ordinary user, or install unshare (util-linux)"
            + " and allow user namespaces (sysctl user.max_user_namespaces=10000)");
  }

  private static long availableMemoryMib() {
    try {
      return Files.readAllLines(Path.of("/proc/meminfo")).stream()
          .filter(line -> line.startsWith("MemAvailable:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(-1);
    } catch (IOException notLinux) {
      return -1;
    }
  }
}
