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

/**
 * One process of a stack: started detached, recorded under {@code run/}, logging to {@code logs/}.
 * Whoever has the stack's folder finds it again; it is never taken for another with the same pid.
 */
public final class StackProcess {

  private static final Duration RELAUNCH_PAUSE = Duration.ofMillis(300);

  private final ProcessSpec spec;
  private final Path record;
  private final Path log;
  private volatile long launchedAt = System.nanoTime();

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
    Waiting.until(this::becameReady);
  }

  /** Starts it unless it runs, without waiting for it to be ready. */
  public void launch() {
    launchedAt = System.nanoTime();
    if (running()) {
      return;
    }
    List<String> command = spec.command().get();
    try {
      Files.createDirectories(log.getParent());
      if (Files.exists(log)) {
        Files.move(log, log.resolveSibling(name() + ".1.log"), REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    spawn(command);
  }

  /**
   * Asked again and again after {@link #launch}. Throws {@link StartFailed} when it is hopeless.
   */
  public boolean becameReady() {
    if (healthy()) {
      return true;
    }
    boolean late = System.nanoTime() - launchedAt > ProcessSpec.START_PATIENCE.toNanos();
    boolean ended = !running();
    if (ended && (late || !spec.relaunch())) {
      throw StartFailed.ended(name(), log);
    }
    if (late) {
      throw StartFailed.notReady(name(), ProcessSpec.START_PATIENCE, log);
    }
    if (ended) {
      Waiting.pause(RELAUNCH_PAUSE);
      spawn(spec.command().get());
    }
    return false;
  }

  /** Sends a signal, such as {@code STOP} and {@code CONT} to freeze and thaw it. */
  public void signal(String name) {
    identity().ifPresent(process -> process.signal(name));
  }

  /** Asks it to end and waits. Returns whether there was one to stop. */
  public boolean stop() {
    boolean wasRunning = askToStop();
    awaitStopped();
    return wasRunning;
  }

  /** Returns whether there was one to ask. */
  public boolean askToStop() {
    Optional<ProcessIdentity> process = identity();
    process.ifPresent(running -> running.signal(spec.stopSignal()));
    return process.isPresent();
  }

  /** Waits until it is gone, and kills it when the patience is over. */
  public void awaitStopped() {
    if (!Waiting.until(() -> !running(), ProcessSpec.STOP_PATIENCE)) {
      killHard();
    }
    try {
      Files.deleteIfExists(record);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGKILL, and waits until the process is gone. */
  public void killHard() {
    identity().ifPresent(ProcessIdentity::killHard);
    Waiting.until(() -> !running());
  }

  private void spawn(List<String> program) {
    List<String> command = new ArrayList<>(Detached.prefix());
    command.addAll(program);
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
}
