package io.github.langgan.stack.kafka;

import io.github.langgan.stack.process.ProcessIdentity;
import io.github.langgan.stack.process.Waiting;
import java.nio.file.Files;
import java.nio.file.Path;

/** The broker's process: formats its storage the first time, serves, and makes our topics. */
public final class KafkaProcess {

  private static final String CLUSTER_ID = "bGFuZ2dhbi1sb2NhbC1zdA";

  private KafkaProcess() {}

  /** Takes the broker's folder and the address that it serves. */
  public static void main(String[] args) {
    KafkaFolder folder = new KafkaFolder(Path.of(args[0]));
    String configuration = folder.configuration().toString();
    if (Files.notExists(folder.data().resolve("meta.properties"))) {
      int status =
          kafka.tools.StorageTool.execute(
              new String[] {
                "format",
                "--cluster-id",
                CLUSTER_ID,
                "--config",
                configuration,
                "--ignore-formatted"
              },
              System.out);
      if (status != 0) {
        System.exit(status);
      }
    }
    Thread.ofPlatform().daemon().name("topics").start(() -> makeTopics(folder, args[1]));
    kafka.Kafka.main(new String[] {configuration});
  }

  private static void makeTopics(KafkaFolder folder, String bootstrapServers) {
    Topics topics = new Topics(bootstrapServers);
    Waiting.until(topics::reachable);
    topics.ensure("");
    ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow().writeTo(folder.ready());
  }
}
