package io.github.langgan.chassis.testing;

import io.github.langgan.stack.SharedTestStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Gives a {@code @QuarkusTest} run an empty database and topics of its own on the PostgreSQL, Kafka
 * and issuer that all modules share.
 */
public class StackResource implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    SharedTestStack stack = SharedTestStack.join();
    String module = Path.of("").toAbsolutePath().getFileName().toString().replace('-', '_');
    String run = Long.toString(ThreadLocalRandom.current().nextLong(1L << 32), 36);
    String database = "test_" + module + "_" + run;
    String prefix = module + "." + run + ".";
    stack.createDatabase(database);
    stack.createTopics(prefix);
    Map<String, String> config = new HashMap<>();
    config.put("quarkus.datasource.jdbc.url", stack.jdbcUrl(database));
    config.put("quarkus.datasource.username", stack.username());
    config.put("quarkus.datasource.password", stack.password());
    config.put("kafka.bootstrap.servers", stack.bootstrapServers());
    config.put("quarkus.oidc.auth-server-url", stack.issuerUrl());
    config.put("langgan.topics.prefix", prefix);
    config.put("langgan.due-work.interval", "50ms");
    config.put("langgan.inbox.progress-interval", "100ms");
    config.put("langgan.encryption.key-patience", "2s");
    // it says of each request that it does not check scopes
    config.put("quarkus.log.category.\"com.atlassian.oai.validator\".level", "WARN");
    return config;
  }

  @Override
  public void stop() {
    // the stack ends with the Maven run, and all its data with it
  }
}
