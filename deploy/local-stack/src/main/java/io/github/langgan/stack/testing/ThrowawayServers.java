package io.github.langgan.stack.testing;

import io.github.langgan.stack.kafka.KafkaServer;
import io.github.langgan.stack.kafka.Topics;
import io.github.langgan.stack.postgres.PostgresServer;
import io.github.langgan.stack.process.Folders;
import io.github.langgan.stack.process.FreePorts;
import io.github.langgan.stack.process.ProcessIdentity;
import io.github.langgan.stack.process.ProgramStore;
import io.github.langgan.stack.process.StackModule;
import io.github.langgan.stack.process.StackProcess;
import io.github.langgan.stack.process.Waiting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A PostgreSQL and a Kafka whose data nobody wants afterwards. Durable nevertheless, as in use. */
final class ThrowawayServers implements AutoCloseable {

  private final Path data;
  private final PostgresServer postgres;
  private final KafkaServer kafka;
  private final int issuerPort;
  private final List<StackProcess> processes;

  private ThrowawayServers(Path home, StackModule module) {
    List<Integer> ports = FreePorts.find(4);
    this.data = home.resolve("data");
    this.postgres =
        new PostgresServer(
            module, data.resolve("postgresql"), ports.get(0), List.of(KeeperAddresses.USERNAME));
    this.kafka = new KafkaServer(module, data.resolve("kafka"), ports.get(1), ports.get(2));
    this.issuerPort = ports.get(3);
    this.processes =
        List.of(new StackProcess(home, kafka.spec()), new StackProcess(home, postgres.spec()));
  }

  static ThrowawayServers start(Path home, StackModule module) {
    removeLeftovers(home);
    ThrowawayServers servers = new ThrowawayServers(home, module);
    try {
      servers.start();
      return servers;
    } catch (RuntimeException failed) {
      servers.close();
      throw failed;
    }
  }

  /** What a killed keeper left behind. */
  private static void removeLeftovers(Path home) {
    for (String name : List.of("postgresql", "kafka")) {
      ProcessIdentity.readFrom(StackProcess.record(home, name))
          .ifPresent(ProcessIdentity::killHard);
    }
    Folders.delete(home.resolve("data"));
  }

  private void start() {
    processes.forEach(StackProcess::launch);
    processes.forEach(process -> Waiting.until(process::becameReady));
  }

  void recreateDatabase(String name) {
    new ScratchDatabases(postgres, KeeperAddresses.USERNAME).recreate(name);
  }

  void createTopics(String prefix) {
    new Topics(kafka.bootstrapServers()).ensure(prefix);
  }

  int postgresPort() {
    return postgres.port();
  }

  int kafkaPort() {
    return kafka.port();
  }

  int issuerPort() {
    return issuerPort;
  }

  @Override
  public void close() {
    if (Files.notExists(ProgramStore.archive(kafka.module().program(), KafkaServer.NAME))) {
      // only an orderly end leaves the archive that makes the next start twice as fast
      processes.getFirst().stop();
    }
    processes.forEach(StackProcess::killHard);
    Folders.delete(data);
  }
}
