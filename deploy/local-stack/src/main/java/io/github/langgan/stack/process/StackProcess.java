package io.github.langgan.stack.process;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * One process of a stack: started detached, recorded under {@code run/}, logging to {@code logs/}.
 */
public final class StackProcess {

  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration RELAUNCH_PAUSE = Duration.ofMillis(300);

  private final ProcessSpec spec;
  private final Path record;
  private final Path log;

  public StackProcess(Path home, ProcessSpec spec) {
    this.spec = spec;
    this.record = record(home, spec.name());
    this.log = home.resolve("logs").resolve(spec.name() + ".log");
  }

  /** Where a stack in that folder notes the process of that name. */
  public static Path record(Path home, String name) {
    return home.resolve("run").resolve(name + ".pid");
  }

  public String name() {
    return spec.name();
  }

  public Path log() {
    return log;
  }

  /** The process that we started and that still lives. */
  public Optional<ProcessIdentity> identity() {
    return ProcessIdentity.readFrom(record).filter(ProcessIdentity::alive);
  }

  public boolean running() {
    return identity().isPresent();
  }

  public boolean healthy() {
    return running() && spec.ready().getAsBoolean();
  }

  /** Starts it unless it runs, and returns when it is ready. Throws {@link StartFailed}. */
  public void start() {
    launch();
    awaitReady();
  }

  /** Starts it unless it runs, without waiting for it to be ready. */
  public void launch() {
    if (running()) {
      return;
    }
    try {
      Files.createDirectories(log.getParent());
      if (Files.exists(log)) {
        Files.move(log, log.resolveSibling(name() + ".1.log"), REPLACE_EXISTING);
      }
      spawn();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns when it is ready. Throws {@link StartFailed} when it ended or the patience did. */
  public void awaitReady() {
    long deadline = System.nanoTime() + spec.startPatience().toNanos();
    while (!spec.ready().getAsBoolean() || !running()) {
      boolean late = System.nanoTime() > deadline;
      if (!running() && (late || !spec.relaunch())) {
        throw StartFailed.ended(name(), log);
      }
      if (late) {
        throw StartFailed.notReady(name(), spec.startPatience(), log);
      }
      if (!running()) {
        pause(RELAUNCH_PAUSE);
        spawn();
      }
      pause(POLL);
    }
  }

  /** Asks it to end, waits, and kills it if it doesn't. Returns whether there was one to stop. */
  public boolean stop() {
    Optional<ProcessIdentity> process = identity();
    process.ifPresent(
        running -> {
          running.signal(spec.stopSignal());
          if (!gone(running, spec.stopPatience())) {
            killHard();
          }
        });
    forget();
    return process.isPresent();
  }

  /** SIGKILL, and waits until the process is gone. */
  public void killHard() {
    identity()
        .ifPresent(
            running -> {
              running.killHard();
              gone(running, Duration.ofSeconds(10));
            });
  }

  private void spawn() {
    List<String> command = new ArrayList<>(Detached.prefix());
    command.addAll(spec.command());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(spec.environment());
    try {
      Process process = builder.start();
      ProcessIdentity.of(process.pid()).ifPresent(identity -> identity.writeTo(record));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void forget() {
    try {
      Files.deleteIfExists(record);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean gone(ProcessIdentity process, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (process.alive() && System.nanoTime() < deadline) {
      pause(POLL);
    }
    return !process.alive();
  }

  private static void pause(Duration duration) {
    LockSupport.parkNanos(duration.toNanos());
  }
}
