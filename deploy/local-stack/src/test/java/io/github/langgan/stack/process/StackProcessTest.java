package io.github.langgan.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackProcessTest {

  @TempDir Path home;

  private StackProcess process;

  @AfterEach
  void end() {
    process.killHard();
  }

  @Test
  void starting_twice_runs_it_once() {
    process = sleeping();
    process.start();
    ProcessIdentity first = process.identity().orElseThrow();

    process.start();

    assertThat(process.identity()).hasValue(first);
  }

  @Test
  void another_who_knows_the_folder_finds_and_stops_it() {
    process = sleeping();
    process.start();

    assertThat(sleeping().running()).isTrue();
    assertThat(sleeping().stop()).isTrue();
    assertThat(process.running()).isFalse();
  }

  @Test
  void stopping_what_does_not_run_says_so() {
    process = sleeping();

    assertThat(process.stop()).isFalse();
  }

  @Test
  void one_that_ends_while_starting_shows_the_end_of_its_log() {
    process = shell("echo no room for me; exit 1", () -> false, false);

    assertThatThrownBy(process::start)
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("talker ended while starting")
        .hasMessageContaining("no room for me");
  }

  @Test
  void one_that_may_be_relaunched_is_tried_until_it_stays() {
    Path tried = home.resolve("tried");
    process =
        shell(
            "if [ -e %1$s ]; then sleep 60; else touch %1$s; exit 1; fi".formatted(tried),
            () -> Files.exists(tried),
            true);

    process.start();

    assertThat(process.running()).isTrue();
  }

  @Test
  void the_log_of_the_run_before_is_kept_beside() throws IOException {
    process = shell("echo hello; exec sleep 60", () -> true, false);
    process.start();
    Waiting.until(() -> said(process.log(), "hello"));
    process.stop();

    process.start();

    assertThat(Files.readString(home.resolve("logs/talker.1.log"))).contains("hello");
  }

  private StackProcess sleeping() {
    return new StackProcess(
        home, ProcessSpec.of("sleeper", () -> List.of("sleep", "60"), () -> true));
  }

  private StackProcess shell(String script, BooleanSupplier ready, boolean relaunch) {
    return new StackProcess(
        home,
        new ProcessSpec(
            "talker", () -> List.of("sh", "-c", script), Map.of(), ready, "TERM", relaunch));
  }

  private static boolean said(Path log, String text) {
    try {
      return Files.readString(log).contains(text);
    } catch (IOException notYet) {
      return false;
    }
  }
}
