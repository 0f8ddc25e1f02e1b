package io.github.langgan.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A newcomer tries the demo, with fewer customers than usual. */
class DemoIT {

  @Test
  void the_demo_tells_a_story_in_which_nothing_is_missing() throws Exception {
    Process demo =
        CrmCommand.start(RunningStack.get(), List.of("demo", "--customers", "60", "--seed", "7"));

    assertThat(demo.waitFor(4, TimeUnit.MINUTES)).isTrue();

    String output = CrmCommand.output(demo);
    assertThat(demo.exitValue()).as(output).isZero();
    assertThat(output)
        .contains("purchases and returns (0 rejected)")
        .containsPattern(
            "Bought \\d+ times from \\d{4}-\\d\\d-\\d\\d to \\d{4}-\\d\\d-\\d\\d for Rp")
        .containsPattern("with card \\d+: [\\d,]+ points")
        .contains("points to make good: given.")
        .containsPattern("Recency [1-5], frequency [1-5], monetary [1-5] of 5; worth Rp")
        .doesNotContain("?", "Not ", "null");
  }
}
