package io.github.langgan.stack.kafka;

import static org.apache.kafka.clients.admin.AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG;
import static org.apache.kafka.clients.admin.AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG;
import static org.apache.kafka.clients.admin.AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of a broker. */
public record Topics(String bootstrapServers) {

  /** One topic per context. */
  public static final List<String> OURS =
      List.of("crm.customer", "crm.profile", "crm.loyalty", "crm.complaint", "crm.analytics");

  /** The keys of personal data: the last word on each stays, earlier ones go within a day. */
  public static final String KEYS = "crm.keys";

  private static final Map<String, String> COMPACTED =
      Map.of("cleanup.policy", "compact", "max.compaction.lag.ms", "86400000");

  private static final int PARTITIONS = 12;
  private static final short REPLICATION = 1;

  /** Makes our topics under names that start with the prefix; those that exist stay as they are. */
  public void ensure(String prefix) {
    try (Admin admin = admin(30_000)) {
      List<NewTopic> topics =
          new ArrayList<>(OURS.stream().map(name -> topic(prefix + name)).toList());
      topics.add(topic(prefix + KEYS).configs(COMPACTED));
      for (KafkaFuture<Void> made : admin.createTopics(topics).values().values()) {
        await(made);
      }
    }
  }

  private static NewTopic topic(String name) {
    return new NewTopic(name, PARTITIONS, REPLICATION);
  }

  /** Whether the broker answers. */
  boolean reachable() {
    if (!listening()) {
      return false;
    }
    try (Admin admin = admin(10_000)) {
      return !admin.describeCluster().nodes().get().isEmpty();
    } catch (ExecutionException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  // an admin client against a closed port would wait for its whole timeout
  private boolean listening() {
    String[] parts = bootstrapServers.split(":");
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(parts[0], Integer.parseInt(parts[1])), 1_000);
      return true;
    } catch (IOException closed) {
      return false;
    }
  }

  private Admin admin(int timeoutMillis) {
    return Admin.create(
        Map.of(
            BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
            REQUEST_TIMEOUT_MS_CONFIG, timeoutMillis,
            DEFAULT_API_TIMEOUT_MS_CONFIG, timeoutMillis));
  }

  private static void await(KafkaFuture<Void> made) {
    try {
      made.get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException("Kafka refused: " + e.getCause().getMessage(), e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while making topics", e);
    }
  }
}
