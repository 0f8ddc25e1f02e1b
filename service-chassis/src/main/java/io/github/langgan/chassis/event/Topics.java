package io.github.langgan.chassis.event;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Topic names as Kafka knows them. Contracts speak of {@code crm.customer}; an installation that
 * shares a cluster puts a prefix before every name.
 */
@Singleton
public class Topics {

  /** The keys of personal data, compacted: each key's last word stays. */
  public static final String KEYS = "crm.keys";

  private final String prefix;
  private final String own;
  private final String source;

  Topics(
      @ConfigProperty(name = "langgan.topics.prefix", defaultValue = "")
          java.util.Optional<String> prefix,
      @ConfigProperty(name = "langgan.service") String service) {
    this.prefix = prefix.orElse("");
    this.own = "crm." + service;
    this.source = "/" + service;
  }

  /** The contract name of the topic that this service publishes to. */
  public String own() {
    return own;
  }

  /** What this service's events name as their source. */
  public String source() {
    return source;
  }

  public String inKafka(String contractName) {
    return prefix + contractName;
  }
}
