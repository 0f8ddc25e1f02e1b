package io.github.langgan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.stack.LocalStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README prints works as printed, word by word; only the port is another. */
class ReadmeIT {

  private static final Pattern STORY =
      Pattern.compile("## The main story, by hand\n+```sh\n(.*?)```", Pattern.DOTALL);

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
  }

  private static String printed() throws IOException {
    Matcher story = STORY.matcher(Files.readString(CrmCommand.ROOT.resolve("README.md")));
    assertThat(story.find()).as("the README tells the main story").isTrue();
    return story.group(1);
  }
}
