package io.github.langgan.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessIdentityTest {

  private Process bystander;

  @BeforeEach
  void start() throws IOException {
    bystander = new ProcessBuilder("sleep", "60").start();
  }

  @AfterEach
  void end() {
    bystander.destroyForcibly();
  }

  @Test
  void a_process_is_found_again_from_its_record(@TempDir Path folder) {
    Path file = folder.resolve("some.pid");
    ProcessIdentity.of(bystander.pid()).orElseThrow().writeTo(file);

    assertThat(ProcessIdentity.readFrom(file).orElseThrow().alive()).isTrue();
  }

  @Test
  void another_process_that_got_the_same_pid_is_not_taken_for_ours_and_not_killed() {
    ProcessIdentity earlier = new ProcessIdentity(bystander.pid(), "an earlier life");

    earlier.killHard();
    earlier.signal("KILL");

    assertThat(earlier.alive()).isFalse();
    assertThat(bystander.isAlive()).isTrue();
  }

  @Test
  void a_killed_process_lives_no_more() {
    ProcessIdentity identity = ProcessIdentity.of(bystander.pid()).orElseThrow();

    identity.killHard();

    assertThat(Waiting.until(() -> !identity.alive(), ProcessSpec.STOP_PATIENCE)).isTrue();
  }

  @Test
  void a_torn_or_absent_record_names_no_process(@TempDir Path folder) throws IOException {
    Path torn = Files.writeString(folder.resolve("torn.pid"), "");

    assertThat(ProcessIdentity.readFrom(torn)).isEmpty();
    assertThat(ProcessIdentity.readFrom(folder.resolve("absent.pid"))).isEmpty();
  }
}
