package io.github.langgan.stack.kafka;

import io.github.langgan.stack.process.JavaCommand;
import io.github.langgan.stack.process.ProcessSpec;
import io.github.langgan.stack.process.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A one-node Kafka on the loopback address, broker and controller in one process. */
public record KafkaServer(Path home, int port, int controllerPort) {

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** Writes the broker's configuration and says how to run it. */
  public ProcessSpec spec(JavaCommand java) {
    Path configuration = home.resolve("server.properties");
    Path data = home.resolve("data");
    WholeFile.write(configuration, template().formatted(port, controllerPort, data));
    List<String> command =
        java.of(
            KafkaProcess.class.getName(),
            List.of("-Xms96m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:MaxDirectMemorySize=64m"),
            List.of(configuration.toString(), data.toString()));
    return new ProcessSpec(
        "kafka",
        command,
        Map.of(),
        () -> new Topics(bootstrapServers()).reachable(),
        "TERM",
        false,
        Duration.ofSeconds(60),
        Duration.ofSeconds(20));
  }

  private static String template() {
    try (var resource = KafkaServer.class.getResourceAsStream("/stack/kafka.properties")) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
