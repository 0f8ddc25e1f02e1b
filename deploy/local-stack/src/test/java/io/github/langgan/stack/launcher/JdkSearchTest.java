package io.github.langgan.stack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.stack.fixture.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkSearchTest {

  @TempDir Path folder;

  private Path script;
  private Path jdks;

  @BeforeEach
  void makeCheckout() throws IOException {
    Path checkout = Files.createDirectories(folder.resolve("checkout"));
    Path lib = Files.createDirectories(checkout.resolve("deploy/local-stack/target/stack/lib"));
    Files.createFile(lib.resolve("local-stack-1.jar"));
    script = checkout.resolve("crm");
    Files.copy(Path.of(System.getProperty("langgan.root"), "crm"), script);
    jdks = Files.createDirectories(folder.resolve("jdks"));
  }

  @Test
  void the_newest_is_taken() throws IOException {
    jdk("a", "21.0.9");
    jdk("b", "25.0.1");
    jdk("c", "1.8.0_402");

    assertThat(run("").output()).contains("I am b");
  }

  @Test
  void java_home_wins_when_it_will_do() throws IOException {
    Path chosen = jdk("a", "21.0.9");
    jdk("b", "25.0.1");

    assertThat(run(chosen.toString()).output()).contains("I am a");
  }

  @Test
  void a_java_home_that_is_too_old_is_passed_over() throws IOException {
    Path old = jdk("a", "17.0.15");
    jdk("b", "25.0.1");

    assertThat(run(old.toString()).output()).contains("I am b");
  }

  @Test
  void without_a_fit_one_it_says_what_is_needed() throws IOException {
    Path old = jdk("a", "17.0.15");

    Outcome outcome = run(old.toString());

    assertThat(outcome.exitCode()).isOne();
    assertThat(outcome.output()).startsWith("No JDK 21 or newer found").hasLineCount(1);
  }

  @Test
  void who_has_no_home_folder_gets_a_jdk_too() throws IOException {
    jdk("a", "21.0.9");

    Outcome outcome =
        Outcome.of(
            List.of("env", "-u", "HOME", "bash", script.toString(), "status"),
            Map.of("JAVA_HOME", "", "PATH", "/bin:/usr/bin", "CRM_JDKS", jdks + "/*"));

    assertThat(outcome.output()).contains("I am a");
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = jdks.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
    for (String program : List.of("java", "javac")) {
      Path file = home.resolve("bin").resolve(program);
      Files.writeString(file, "#!/bin/sh\necho I am %s\n".formatted(name));
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    return home;
  }

  private Outcome run(String javaHome) {
    return Outcome.of(
        List.of("bash", script.toString(), "status"),
        Map.of("JAVA_HOME", javaHome, "PATH", "/bin", "CRM_JDKS", jdks + "/*"));
  }
}
