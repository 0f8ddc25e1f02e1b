package io.github.langgan.stack.service;

import io.github.langgan.stack.StackSetup;
import io.github.langgan.stack.postgres.PostgresServer;
import io.github.langgan.stack.process.Fingerprint;
import io.github.langgan.stack.process.Folders;
import io.github.langgan.stack.process.HttpProbe;
import io.github.langgan.stack.process.JavaCommand;
import io.github.langgan.stack.process.ProcessSpec;
import io.github.langgan.stack.process.ProgramStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a service runs in a local stack. */
public record ServiceProcess(Service service, StackSetup setup) {

  public ProcessSpec spec() {
    return ProcessSpec.of(
            service.id(), this::command, () -> HttpProbe.ok(url() + "/q/health/ready"))
        .in(environment());
  }

  private List<String> command() {
    Path built = service.jar(setup.module().root()).getParent();
    Path program =
        setup
            .module()
            .programs()
            .program(service.id(), Fingerprint.of(built), draft -> Folders.link(built, draft));
    List<String> command =
        new ArrayList<>(
            JavaCommand.archiving(ProgramStore.archive(program, "service"), service.heap()));
    command.addAll(List.of("-jar", program.resolve("quarkus-run.jar").toString()));
    return command;
  }

  private String url() {
    return "http://127.0.0.1:" + setup.ports().of(service);
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(setup.ports().of(service)));
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", setup.postgres().jdbcUrl(service.id()));
    environment.put("QUARKUS_DATASOURCE_USERNAME", service.id());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", PostgresServer.PASSWORD);
    environment.put("KAFKA_BOOTSTRAP_SERVERS", setup.kafka().bootstrapServers());
    environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", setup.issuer().url());
    environment.put("LANGGAN_LOCAL_STACK", "true");
    environment.put("LANGGAN_WEBHOOKS_PRIVATE_HOSTS", "localhost");
    // as public as the password: an installation states its own
    environment.put(
        "LANGGAN_ENCRYPTION_SERVICE_KEYS", "local:bGFuZ2dhbiBvbiBvbmUgbWFjaGluZSwgbm8gc2VjcmU=");
    // for analytics: who tries it out waits for scores, and few customers are quickly compared
    environment.put("LANGGAN_SCORING_EVERY", "PT10S");
    environment.putAll(setup.serviceEnvironment());
    return environment;
  }
}
