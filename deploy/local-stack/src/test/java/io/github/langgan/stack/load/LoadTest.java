package io.github.langgan.stack.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.langgan.stack.launcher.Refused;
import io.github.langgan.stack.load.FakeApi.Fault;
import io.github.langgan.stack.load.mapping.MappingFile;
import io.github.langgan.stack.load.reconciling.Reconciliation.Result;
import io.github.langgan.stack.load.sending.BatchCall;
import io.github.langgan.stack.load.sending.BatchSender;
import io.github.langgan.stack.load.sending.Credentials;
import io.github.langgan.stack.load.sending.Troubles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTest {

  private static final Duration PATIENT = Duration.ofSeconds(30);

  @TempDir Path folder;
  private SampleFile sample;
  private Path rejects;
  private int connections = 3;
  private final List<String> said = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void writeSample() throws IOException {
    sample = SampleFile.write(folder.resolve("sample.csv.gz"), 4_000, 42);
    rejects = folder.resolve("rejects.csv");
  }

  @Test
  void every_line_is_recorded_or_rejected_and_the_sums_agree() throws IOException {
    try (FakeApi api = FakeApi.well()) {
      Result result = load(api.url(), PATIENT, false);

      assertThat(result.agrees()).isTrue();
      assertThat(result.lines()).isEqualTo(sample.lines());
      assertThat(result.tally().linesRejected()).isEqualTo(sample.unusable());
      assertThat(api.lines()).isEqualTo(sample.lines() - sample.unusable());
      assertThat(api.sum()).isEqualByComparingTo(sample.sum().subtract(sample.unusableSum()));
      assertThat(result.sums().get("GBP")).isEqualByComparingTo(sample.sum());
      assertThat(Files.readAllLines(rejects))
          .hasSize(sample.unusable() + 1)
          .startsWith("line,externalId,reason")
          .anyMatch(line -> line.endsWith("negative quantity in a purchase"))
          .anyMatch(line -> line.endsWith("negative unit price"));
    }
  }

  @Test
  void lost_answers_and_refusals_to_work_lose_and_double_nothing() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    Fault[] faults = {Fault.UNAVAILABLE, Fault.TOO_MANY, Fault.CUT_BEFORE, Fault.CUT_AFTER};
    List<Fault> plan =
        random
            .ints(1_000, 0, 2 * faults.length)
            .mapToObj(i -> i < faults.length ? faults[i] : Fault.NONE)
            .toList();
    try (FakeApi api = new FakeApi(plan::get, item -> false)) {
      Result result = load(api.url(), PATIENT, false);

      assertThat(result.agrees()).isTrue();
      assertThat(result.tally().before()).as("answers were lost").isPositive();
      assertThat(api.lines()).isEqualTo(result.tally().linesRecorded());
      assertThat(api.sum()).isEqualByComparingTo(result.tally().recorded().get("GBP"));
      assertThat(said).anyMatch(line -> line.startsWith("Waiting for the API"));
      assertThat(said).contains("The API answers again.");
    }
  }

  @Test
  void what_the_api_rejects_is_told_line_by_line() throws IOException {
    try (FakeApi api =
        new FakeApi(request -> Fault.NONE, item -> item.get("externalId").asText().endsWith("7"))) {
      Result result = load(api.url(), PATIENT, false);

      assertThat(result.agrees()).isTrue();
      assertThat(result.tally().linesRejected()).isGreaterThan(sample.unusable());
      assertThat(Files.readAllLines(rejects)).anyMatch(line -> line.endsWith("not liked"));
      assertThat(api.sum()).isEqualByComparingTo(result.tally().recorded().get("GBP"));
    }
  }

  @Test
  void an_item_that_spoils_its_batch_is_found_and_the_others_are_recorded() throws IOException {
    try (FakeApi api =
        FakeApi.refusingBatchesWith(item -> item.get("externalId").asText().equals("537000"))) {
      Result result = load(api.url(), PATIENT, false);

      assertThat(result.agrees()).isTrue();
      assertThat(api.stored)
          .doesNotContainKey("537000")
          .hasSize((int) result.tally().transactions());
      assertThat(Files.readAllLines(rejects)).anyMatch(line -> line.endsWith("537000,400: broken"));
    }
  }

  @Test
  void an_interrupted_load_goes_on_from_where_it_stopped() {
    connections = 1;
    try (FakeApi dying =
        new FakeApi(request -> request < 2 ? Fault.NONE : Fault.UNAVAILABLE, item -> false)) {
      assertThatThrownBy(() -> load(dying.url(), Duration.ofMillis(300), false))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("--resume");
      assertThat(dying.stored).isNotEmpty();
      try (FakeApi healed = FakeApi.well()) {
        healed.stored.putAll(dying.stored);
        Result result = load(healed.url(), PATIENT, true);

        assertThat(said).anyMatch(line -> line.startsWith("Goes on after"));
        assertThat(result.agrees()).isTrue();
        assertThat(result.tally().linesRejected()).isEqualTo(sample.unusable());
        assertThat(result.tally().before()).as("sent again").isZero();
        assertThat(rejects).content().containsOnlyOnce("line,externalId,reason");
        assertThat(healed.lines()).isEqualTo(sample.lines() - sample.unusable());
      }
    }
  }

  @Test
  void loading_twice_doubles_nothing() {
    try (FakeApi api = FakeApi.well()) {
      load(api.url(), PATIENT, false);
      int stored = api.stored.size();
      Result again = load(api.url(), PATIENT, false);

      assertThat(again.agrees()).isTrue();
      assertThat(again.tally().before()).isEqualTo(again.tally().transactions());
      assertThat(api.stored).hasSize(stored);
    }
  }

  @Test
  void a_token_that_is_not_good_ends_it_at_once() {
    try (FakeApi api = new FakeApi(request -> Fault.UNAUTHORIZED, item -> false)) {
      assertThatThrownBy(() -> load(api.url(), PATIENT, false))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("401");
    }
  }

  private Result load(URI url, Duration patience, boolean resume) {
    MappingFile mapping = MappingFile.find("online-retail");
    LoadKind.Source source = LoadKind.TRANSACTIONS.open(sample.path(), mapping);
    BatchSender sender =
        new BatchSender(
            new BatchCall(url, Credentials.fixed("token")), patience, new Troubles(said::add));
    try (var file = source.file();
        Meter meter = new Meter("Loading", file.size(), said::add)) {
      return new Load(file, source.taker(), sender, connections, rejects, "the sample", meter)
          .run(resume);
    }
  }
}
