package io.github.langgan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.stack.LocalStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What README and guides print works as printed, word by word; only the port is another. */
class ReadmeIT {

  private static final String STORY = "## The main story, by hand\n";
  private static final Pattern CALLS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

  /** Those that need nothing but the README's variables; the last erases somebody. */
  private static final List<String> GUIDES =
      List.of(
          "customer-database",
          "customer-record",
          "taking-in-forms",
          "points-programs",
          "finding-customers",
          "keeping-records-right",
          "network",
          "contacting-customers",
          "cards",
          "redeeming",
          "transfers",
          "pools",
          "liability",
          "vouchers",
          "tiers",
          "propositions",
          "finding-duplicates",
          "merging-customers",
          "privacy-requests");

  @Test
  void the_calls_of_readme_and_guides_work_as_printed() throws Exception {
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

    assertThat(bash.waitFor(5, TimeUnit.MINUTES)).isTrue();

    String output = CrmCommand.output(bash);
    assertThat(bash.exitValue()).as(output).isZero();
    assertThat(output).contains("Siti Rahma", "\"caseId\"", "\"membershipId\"", "\"rfm\"");
    assertThat(output)
        .contains("\"importId\"", "\"mergeId\"", "LAWFUL_WITHOUT_CONSENT", "\"privacyRequestId\"");
    assertThat(output).contains("\"intakeId\"", "\"shortcomings\"", "\"relationshipId\"");
    assertThat(output).contains("\"state\":\"BLOCKED\"", "\"issue\":2");
    assertThat(output).contains("\"amount\":\"4.80\"", "\"state\":\"RESERVED\"", "\"points\":31");
    assertThat(output).contains("\"agrees\":true", "opening,issued");
    assertThat(output).contains("\"expectedMargin\":\"5.15\"", "\"state\":\"ACCEPTED\"");
  }

  /** The README's story and all that follows, then the guides. */
  private static String printed() throws IOException {
    String readme = Files.readString(CrmCommand.ROOT.resolve("README.md"));
    int story = readme.indexOf(STORY);
    assertThat(story).as("the README tells the main story").isPositive();
    StringBuilder calls = new StringBuilder(callsOf(readme.substring(story)));
    for (String guide : GUIDES) {
      String text = Files.readString(CrmCommand.ROOT.resolve("docs/guides/" + guide + ".md"));
      calls.append("\necho \"== ").append(guide).append("\"\n").append(callsOf(text));
    }
    return calls.toString();
  }

  private static String callsOf(String text) {
    String calls =
        CALLS
            .matcher(text)
            .results()
            .map(block -> block.group(1))
            .collect(Collectors.joining("\n"));
    assertThat(calls).isNotBlank();
    return calls;
  }
}
