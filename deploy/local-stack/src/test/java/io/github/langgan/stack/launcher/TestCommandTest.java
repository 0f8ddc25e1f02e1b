package io.github.langgan.stack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.stack.fixture.FakeCheckout;
import io.github.langgan.stack.fixture.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {

  private static final int TESTS_FAILED = 7;
  private static final String TWO_AT_ONCE = "-T 2 -Pstories-last";

  private FakeCheckout checkout;
  private Path programs;

  @BeforeEach
  void a_Maven_that_says_its_arguments(@TempDir Path root) throws IOException {
    checkout = FakeCheckout.in(root.resolve("checkout"));
    programs = Files.createDirectory(root.resolve("programs"));
    Path maven = programs.resolve("mvn");
    Files.writeString(maven, "#!/bin/sh\necho \"$*\"\nexit " + TESTS_FAILED + "\n");
    assertThat(maven.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void two_modules_are_tested_at_once_and_the_stories_last() {
    assertThat(test()).isEqualTo("verify " + TWO_AT_ONCE);
    assertThat(test("--long")).isEqualTo("verify -Dlanggan.long=true " + TWO_AT_ONCE);
  }

  @Test
  void arguments_are_passed_on_and_go_first() {
    assertThat(test("--", "-T", "1", "-o")).isEqualTo("verify -T 1 -o " + TWO_AT_ONCE);
  }

  @Test
  void whoever_chooses_modules_gets_those_alone() {
    for (String choice : List.of("-pl", "--projects", "-rf", "--resume-from")) {
      assertThat(test("--", choice, "loyalty-service"))
          .isEqualTo("verify " + choice + " loyalty-service");
    }
  }

  private String test(String... arguments) {
    List<String> all = new ArrayList<>(List.of("test"));
    all.addAll(List.of(arguments));
    Outcome outcome =
        checkout.crm(
            Map.of("PATH", programs + ":" + System.getenv("PATH")), all.toArray(String[]::new));
    assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(TESTS_FAILED);
    return outcome.lastLine().replace("--no-transfer-progress ", "");
  }
}
