package io.github.langgan.stack.load.reconciling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.stack.load.reconciling.Outcome.Recorded;
import io.github.langgan.stack.load.reconciling.Outcome.Rejected;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettlementTest {

  @TempDir Path folder;

  @Test
  void later_parts_wait_for_the_first() throws IOException {
    Path path = folder.resolve("rejects.csv");
    try (RejectsFile rejects = new RejectsFile(path, 0)) {
      Settlement settlement = new Settlement(rejects, Optional.empty());
      Slot first = slot(2, 3);
      Slot second = slot(4);
      settlement.open(first);
      settlement.open(second);
      settlement.settle(second, new Rejected("no, \"never\""));

      assertThat(settlement.tally().parts()).isZero();

      settlement.settle(first, new Recorded(false));

      assertThat(settlement.unsettled()).isZero();
      assertThat(settlement.tally().linesRecorded()).isEqualTo(2);
      assertThat(settlement.tally().recorded()).containsEntry("IDR", BigDecimal.TEN);
      assertThat(settlement.tally().linesRejected()).isOne();
    }
    assertThat(Files.readString(path))
        .isEqualToNormalizingNewlines("line,externalId,reason\n4,T,\"no, \"\"never\"\"\"\n");
  }

  @Test
  void parts_that_an_earlier_run_settled_are_passed_over() {
    try (RejectsFile rejects = new RejectsFile(folder.resolve("rejects.csv"), 0)) {
      Tally before = Tally.NOTHING.plus(slot(2), new Recorded(false));
      Settlement settlement = new Settlement(rejects, Optional.of(before));

      assertThat(settlement.open(slot(2))).isFalse();
      assertThat(settlement.open(slot(3))).isTrue();
    }
  }

  @Test
  void a_checkpoint_keeps_amounts_exactly_and_is_of_one_load_only() throws IOException {
    Path path = Files.writeString(folder.resolve("rejects.csv"), "something");
    Slot slot = new Slot(new long[] {2}, "T", "GBP", new BigDecimal("9747747.9340"));
    Tally tally = Tally.NOTHING.plus(slot, new Recorded(true));
    new Checkpoint("this load", tally, 9).save(path);

    assertThat(Checkpoint.find(path, "this load")).map(Checkpoint::tally).contains(tally);
    assertThat(Checkpoint.find(path, "another load")).isEmpty();
    Files.writeString(path, "less");
    assertThat(Checkpoint.find(path, "this load")).isEmpty();
  }

  private static Slot slot(long... lines) {
    return new Slot(lines, "T", "IDR", BigDecimal.TEN);
  }
}
