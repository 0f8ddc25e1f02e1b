package io.github.langgan.stack.kafka;

import io.github.langgan.stack.process.JavaCommand;
import io.github.langgan.stack.process.ProcessSpec;
import io.github.langgan.stack.process.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A one-node Kafka on the loopback address, broker and controller in one process.
 *
 * @param program where its jars and configuration are put before each start
 */
public record KafkaServer(Path data, Path program, int port, int controllerPort) {

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  public ProcessSpec spec(JavaCommand java) {
    Path configuration = program.resolve("server.properties");
    List<String> command =
        JavaCommand.staged(
            program,
            KafkaProcess.class.getName(),
            List.of("-Xms96m", "-Xmx256m", "-XX:MaxDirectMemorySize=64m"),
            List.of(configuration.toString(), data.toString()));
    return ProcessSpec.of("kafka", command, () -> new Topics(bootstrapServers()).reachable())
        .after(
            () -> {
              java.stage(program);
              WholeFile.write(configuration, template().formatted(port, controllerPort, data));
            });
  }

  private static String template() {
    try (var resource = KafkaServer.class.getResourceAsStream("/stack/kafka.properties")) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
