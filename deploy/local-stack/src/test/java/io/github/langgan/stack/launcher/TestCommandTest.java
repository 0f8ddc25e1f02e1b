package io.github.langgan.stack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.stack.fixture.FakeCheckout;
import io.github.langgan.stack.fixture.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
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

  @Test
  void the_tests_that_were_red_stand_last() throws IOException {
    Files.writeString(
        programs.resolve("mvn"),
        """
        #!/bin/sh
        report() { mkdir -p "$1/target/$2" && printf '%s' "$4" >"$1/target/$2/TEST-$3.xml"; }
        report loyalty-service surefire-reports Points '<testsuite>
          <testcase name="add_up" classname="loyalty.Points"/>
          <testcase name="expire" classname="loyalty.Points">
            <failure message="expected: 3&#10; but was: 4">at …</failure></testcase></testsuite>'
        report deploy/stories failsafe-reports MergeIT '<testsuite>
          <testcase name="merge" classname="stories.MergeIT"><error>at …</error>'
        exit 7
        """);
    Path before = checkout.root().resolve("profile-service/target/surefire-reports/TEST-Old.xml");
    Files.createDirectories(before.getParent());
    Files.writeString(
        before,
        "<testsuite><testcase name='old' classname='Old'><failure/></testcase></testsuite>");
    Files.setLastModifiedTime(before, FileTime.from(Instant.now().minusSeconds(60)));

    assertThat(run().output())
        .endsWith(
            """
            RED  stories.MergeIT.merge
            RED  TEST-MergeIT.xml
                   cut off: its tests died
            RED  loyalty.Points.expire
                   expected: 3
                    but was: 4
            """)
        .doesNotContain("Old", "add_up");
  }

  private String test(String... arguments) {
    return run(arguments).lastLine().replace("--no-transfer-progress ", "");
  }

  private Outcome run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("test"));
    all.addAll(List.of(arguments));
    Outcome outcome =
        checkout.crm(
            Map.of("PATH", programs + ":" + System.getenv("PATH")), all.toArray(String[]::new));
    assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(TESTS_FAILED);
    return outcome;
  }
}
