package io.github.langgan.benchmarks.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.benchmarks.ingest.Result.Round;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTest {

  private final Result result =
      new Result(
          Instant.EPOCH,
          2,
          0.4,
          25_000,
          3,
          48.0,
          12.3,
          1_400,
          1_700,
          List.of(new Round(3_000, 0.5), new Round(1_000, 0.6), new Round(2_000, 0.4)),
          List.of(new Round(4_000, 0.2), new Round(5_000, 0.1), new Round(3_000, 0.3)),
          2_500,
          3.2,
          80,
          410);

  @Test
  void the_ratios_are_of_the_medians() {
    assertThat(result.ratio()).isEqualTo(0.5);
    assertThat(result.workRatio()).isEqualTo(0.4);
  }

  @Test
  void a_row_fits_its_header() {
    String[] header = Result.HEADER.lines().toArray(String[]::new);

    assertThat(result.row().chars().filter(c -> c == '|').count())
        .isEqualTo(header[0].chars().filter(c -> c == '|').count())
        .isEqualTo(header[1].chars().filter(c -> c == '|').count());
  }
}
