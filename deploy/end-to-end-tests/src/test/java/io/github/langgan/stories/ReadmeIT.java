package io.github.langgan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.stack.LocalStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the README prints works as printed, word by word; only the port is another. */
class ReadmeIT {

  private static final String STORY = "## The main story, by hand\n";
  private static final Pattern CALLS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

  @Test
  void the_calls_of_the_readme_work_as_printed() throws Exception {
    LocalStack stack = RunningStack.get();
    Path script = Files.createTempFile("readme", ".sh");
    Files.writeString(
        script,
        """
        set -eo pipefail
        curl() { command curl --fail-with-body --retry 3 "$@"; echo; }
        """
            + printed().replace("http://localhost:8080", stack.gatewayUrl()));

    Process bash = CrmCommand.start(stack, "bash", script.toString());

    assertThat(bash.waitFor(2, TimeUnit.MINUTES)).isTrue();

    String output = CrmCommand.output(bash);
    assertThat(bash.exitValue()).as(output).isZero();
    assertThat(output).contains("Siti Rahma", "\"caseId\"", "\"membershipId\"", "\"rfm\"");
    assertThat(output)
        .contains("\"importId\"", "\"mergeId\"", "LAWFUL_WITHOUT_CONSENT", "\"privacyRequestId\"");
  }

  /** The story's calls and all that follow. */
  private static String printed() throws IOException {
    String readme = Files.readString(CrmCommand.ROOT.resolve("README.md"));
    int story = readme.indexOf(STORY);
    assertThat(story).as("the README tells the main story").isPositive();
    return CALLS
        .matcher(readme.substring(story))
        .results()
        .map(calls -> calls.group(1))
        .collect(Collectors.joining("\n"));
  }
}
