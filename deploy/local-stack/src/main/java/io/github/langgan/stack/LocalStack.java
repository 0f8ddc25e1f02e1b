package io.github.langgan.stack;

import io.github.langgan.stack.gateway.GatewayLaunch;
import io.github.langgan.stack.issuer.TokenClient;
import io.github.langgan.stack.process.FolderLock;
import io.github.langgan.stack.process.StackProcess;
import io.github.langgan.stack.process.Waiting;
import io.github.langgan.stack.service.Service;
import io.github.langgan.stack.service.ServiceProcess;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The whole of Langgan on one machine: PostgreSQL, Kafka, gateway with issuer, and the five
 * services, each a process of its own that can be killed alone and that outlives us. Needs nothing
 * on the classpath but this module.
 */
public final class LocalStack {

  private final StackSetup setup;
  private final StackProcess postgresql;
  private final StackProcess kafka;
  private final StackProcess gateway;
  private final List<StackProcess> services;

  public LocalStack(StackSetup setup) {
    this.setup = setup;
    this.postgresql = new StackProcess(setup.home(), setup.postgres().spec());
    this.kafka = new StackProcess(setup.home(), setup.kafka().spec());
    this.gateway = new StackProcess(setup.home(), new GatewayLaunch(setup).spec());
    this.services =
        Arrays.stream(Service.values())
            .map(service -> new ServiceProcess(service, setup).spec())
            .map(spec -> new StackProcess(setup.home(), spec))
            .toList();
  }

  public StackSetup setup() {
    return setup;
  }

  /** In the order of starting. */
  public List<StackProcess> processes() {
    List<StackProcess> all = new ArrayList<>(servers());
    all.addAll(services);
    return all;
  }

  public StackProcess process(String name) {
    return processes().stream()
        .filter(process -> process.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no process '" + name + "'"));
  }

  public void up() {
    up(StackProgress.SILENT);
  }

  /**
   * Starts what doesn't run, and returns when all of it is healthy. Throws {@link PortTaken},
   * {@link io.github.langgan.stack.process.StartFailed}.
   */
  public void up(StackProgress progress) {
    try (FolderLock lock = FolderLock.take(setup.home().resolve("run"))) {
      List<StackProcess> missing =
          processes().stream().filter(process -> !process.running()).toList();
      PortTaken.check(setup.ports(), missing);
      progress.begins(processes().size());
      startTogether(servers(), progress);
      startTogether(services, progress);
    }
  }

  public void down() {
    down(StackProgress.SILENT);
  }

  /** Stops what runs: services first, as they finish their work with the others still there. */
  public void down(StackProgress progress) {
    try (FolderLock lock = FolderLock.take(setup.home().resolve("run"))) {
      progress.begins((int) processes().stream().filter(StackProcess::running).count());
      stopTogether(services, progress);
      stopTogether(List.of(gateway, kafka), progress);
      stopTogether(List.of(postgresql), progress);
    }
  }

  public String gatewayUrl() {
    return "http://%s:%d".formatted(StackSetup.LOOPBACK, setup.ports().gateway());
  }

  /** The service itself, past the gateway. */
  public String serviceUrl(Service service) {
    return "http://%s:%d".formatted(StackSetup.LOOPBACK, setup.ports().of(service));
  }

  public String issuerUrl() {
    return setup.issuer().url();
  }

  public String bootstrapServers() {
    return setup.kafka().bootstrapServers();
  }

  /** A bearer token, see {@link TokenClient}. */
  public String token(String role, Map<String, String> claims) {
    return new TokenClient(issuerUrl()).token(role, claims);
  }

  private List<StackProcess> servers() {
    return List.of(kafka, gateway, postgresql);
  }

  private static void startTogether(List<StackProcess> processes, StackProgress progress) {
    processes.forEach(StackProcess::launch);
    List<StackProcess> waiting = new ArrayList<>(processes);
    Waiting.until(
        () -> {
          for (StackProcess process : List.copyOf(waiting)) {
            if (process.becameReady()) {
              waiting.remove(process);
              progress.done(process.name());
            }
          }
          return waiting.isEmpty();
        });
  }

  private static void stopTogether(List<StackProcess> processes, StackProgress progress) {
    List<StackProcess> asked = processes.stream().filter(StackProcess::askToStop).toList();
    for (StackProcess process : asked) {
      process.awaitStopped();
      progress.done(process.name());
    }
  }
}
