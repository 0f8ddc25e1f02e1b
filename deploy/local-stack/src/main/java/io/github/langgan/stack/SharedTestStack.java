package io.github.langgan.stack;

import io.github.langgan.stack.issuer.TokenClient;
import io.github.langgan.stack.process.StackModule;
import io.github.langgan.stack.testing.KeeperAddresses;
import io.github.langgan.stack.testing.KeeperClient;
import io.github.langgan.stack.testing.KeeperStart;
import java.util.Map;

/**
 * The PostgreSQL, Kafka and issuer that all tests of a Maven run share. They start with the first
 * that joins and end with the run. Needs nothing on the classpath but this module.
 */
public final class SharedTestStack {

  private final KeeperAddresses addresses;

  private SharedTestStack(KeeperAddresses addresses) {
    this.addresses = addresses;
  }

  /** Starts the stack unless it runs. Works from Maven and from an IDE. */
  public static SharedTestStack join() {
    return new SharedTestStack(new KeeperStart(StackModule.here()).join());
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(addresses.postgresPort(), database);
  }

  /** Owns the databases and may do nothing else, as in production. */
  public String username() {
    return KeeperAddresses.USERNAME;
  }

  public String password() {
    return KeeperAddresses.PASSWORD;
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + addresses.kafkaPort();
  }

  public String issuerUrl() {
    return addresses.issuerUrl();
  }

  /** An empty database of that name; an older one is dropped, whoever is connected to it. */
  public void createDatabase(String name) {
    keeper().createDatabase(name);
  }

  /** The five topics with 12 partitions each, as {@code <prefix>crm.customer} and so on. */
  public void createTopics(String prefix) {
    keeper().createTopics(prefix);
  }

  /**
   * A bearer token for the role.
   *
   * @param claims {@code partner} or {@code customer_id} where the role needs it; {@code
   *     client_id}, {@code sub}, a narrower {@code scope}; any other claim, also {@code aud} or
   *     {@code exp}
   */
  public String token(String role, Map<String, String> claims) {
    return new TokenClient(addresses.issuerUrl()).token(role, claims);
  }

  private KeeperClient keeper() {
    return new KeeperClient(addresses.controlPort());
  }
}
