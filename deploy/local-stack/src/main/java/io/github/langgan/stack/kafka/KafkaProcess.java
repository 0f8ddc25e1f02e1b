package io.github.langgan.stack.kafka;

import java.nio.file.Files;
import java.nio.file.Path;

/** The broker's process: formats its storage the first time, then serves. */
public final class KafkaProcess {

  private static final String CLUSTER_ID = "bGFuZ2dhbi1sb2NhbC1zdA";

  private KafkaProcess() {}

  /** Takes the properties file of the broker, and the folder that it names as {@code log.dirs}. */
  public static void main(String[] args) {
    String properties = args[0];
    if (Files.notExists(Path.of(args[1], "meta.properties"))) {
      int status =
          kafka.tools.StorageTool.execute(
              new String[] {
                "format", "--cluster-id", CLUSTER_ID, "--config", properties, "--ignore-formatted"
              },
              System.out);
      if (status != 0) {
        System.exit(status);
      }
    }
    kafka.Kafka.main(new String[] {properties});
  }
}
