package io.github.langgan.stack.kafka;

import io.github.langgan.stack.process.FreePorts;
import io.github.langgan.stack.process.ProcessIdentity;
import io.github.langgan.stack.process.ProcessSpec;
import io.github.langgan.stack.process.StackModule;
import io.github.langgan.stack.process.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A one-node Kafka on the loopback address, broker and controller in one process. */
public record KafkaServer(StackModule module, Path home, int port, int controllerPort) {

  public static final String NAME = "kafka";

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  public ProcessSpec spec() {
    return ProcessSpec.of(NAME, this::command, this::ready);
  }

  private boolean ready() {
    return ProcessIdentity.readFrom(folder().ready()).filter(ProcessIdentity::alive).isPresent()
        && !FreePorts.isFree(port);
  }

  private List<String> command() {
    String configuration = template().formatted(port, controllerPort, folder().data());
    WholeFile.write(folder().configuration(), configuration);
    return module.command(
        NAME,
        KafkaProcess.class,
        List.of("-Xms96m", "-Xmx256m", "-XX:MaxDirectMemorySize=64m"),
        List.of(home.toString(), bootstrapServers()));
  }

  private KafkaFolder folder() {
    return new KafkaFolder(home);
  }

  private static String template() {
    try (var resource = KafkaServer.class.getResourceAsStream("/stack/kafka.properties")) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
