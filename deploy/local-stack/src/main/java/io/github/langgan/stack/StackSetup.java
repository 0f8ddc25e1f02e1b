package io.github.langgan.stack;

import io.github.langgan.stack.issuer.IssuerAddress;
import io.github.langgan.stack.kafka.KafkaServer;
import io.github.langgan.stack.postgres.PostgresServer;
import io.github.langgan.stack.process.StackModule;
import io.github.langgan.stack.service.Service;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * How a local stack is made.
 *
 * @param home the folder of its data, logs and pids
 * @param host the address that the gateway listens on; all else listens on the loopback address
 * @param serviceEnvironment variables that every service gets besides what it needs
 */
public record StackSetup(
    StackModule module,
    Path home,
    StackPorts ports,
    String host,
    Map<String, String> serviceEnvironment) {

  public static final String LOOPBACK = "127.0.0.1";

  /** On ports that are free at this moment, for tests; from the checkout that we run in. */
  public static StackSetup onFreePorts(Path home) {
    return new StackSetup(
        StackModule.here(),
        home.toAbsolutePath().normalize(),
        StackPorts.free(),
        LOOPBACK,
        Map.of());
  }

  public StackSetup withServiceEnvironment(Map<String, String> variables) {
    return new StackSetup(module, home, ports, host, Map.copyOf(variables));
  }

  /** With a database for each service. */
  public PostgresServer postgres() {
    return new PostgresServer(
        module,
        home.resolve("data/postgresql"),
        ports.postgresql(),
        Arrays.stream(Service.values()).map(Service::id).toList());
  }

  public IssuerAddress issuer() {
    return new IssuerAddress(ports.issuer());
  }

  public KafkaServer kafka() {
    return new KafkaServer(
        module, home.resolve("data/kafka"), ports.kafka(), ports.kafkaController());
  }
}
