package io.github.langgan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.stack.LocalStack;
import io.github.langgan.stack.process.StackProcess;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** An operator kills whatever he likes while a partner loads, and nothing is lost or doubled. */
class KillDuringLoadIT {

  private static final Duration FREEZE = Duration.ofSeconds(4);

  private final LocalStack stack = RunningStack.get();

  @Test
  void killing_every_service_during_a_load_loses_and_doubles_nothing() throws Exception {
    PartnerLoad load = PartnerLoad.begin(12_000, 42);
    for (String victim : List.of("loyalty", "analytics", "customer", "complaint", "profile")) {
      StackProcess service = stack.process(victim);
      await().until(service::healthy);
      assertThat(load.goesOn()).as("%s is killed while the load runs", victim).isTrue();
      service.killHard();
      service.launch();
    }
    load.loseAndDoubleNothing();
  }

  @Test
  void killing_the_database_during_a_load_loses_and_doubles_nothing() throws Exception {
    killAndStart("postgresql", 2, 43);
  }

  @Test
  void killing_the_broker_during_a_load_loses_and_doubles_nothing() throws Exception {
    killAndStart("kafka", 4, 45);
  }

  /** Frozen for a while, they hold locks and connections, and then go on as if nothing was. */
  @EnabledIfSystemProperty(named = "langgan.long", matches = "true")
  @Test
  void freezing_processes_during_a_load_loses_and_doubles_nothing() throws Exception {
    PartnerLoad load = PartnerLoad.begin(12_000, 44);
    await().until(load::hasRecordedSome);
    for (String victim : List.of("profile", "kafka", "loyalty", "analytics", "postgresql")) {
      StackProcess process = stack.process(victim);
      process.signal("STOP");
      try {
        await().pollDelay(FREEZE).until(() -> true);
      } finally {
        process.signal("CONT");
      }
    }
    load.loseAndDoubleNothing();
  }

  private void killAndStart(String victim, int times, long seed) throws Exception {
    PartnerLoad load = PartnerLoad.begin(12_000, seed);
    await().until(load::hasRecordedSome);
    assertThat(load.goesOn()).isTrue();
    for (int kill = 0; kill < times; kill++) {
      stack.process(victim).killHard();
      stack.process(victim).start();
    }
    load.loseAndDoubleNothing();
  }
}
