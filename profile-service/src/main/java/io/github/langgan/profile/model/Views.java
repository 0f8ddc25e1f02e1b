package io.github.langgan.profile.model;

import io.github.langgan.chassis.event.Position;
import io.github.langgan.chassis.inbox.Positions;
import io.github.langgan.chassis.inbox.ReadAfter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Our views of other services. A caller may ask to read after something that it wrote: there, or
 * here, where loyalty and analytics then tell us what it led to.
 */
@Singleton
public class Views {

  public static final String CUSTOMER = "crm.customer";
  public static final String LOYALTY = "crm.loyalty";
  public static final String COMPLAINT = "crm.complaint";
  public static final String ANALYTICS = "crm.analytics";
  public static final List<String> ALL = List.of(CUSTOMER, LOYALTY, COMPLAINT, ANALYTICS);

  private static final String OWN = "crm.profile";

  private final Positions positions;
  private final Jdbi jdbi;

  Views(Positions positions, Jdbi jdbi) {
    this.positions = positions;
    this.jdbi = jdbi;
  }

  /**
   * Waits until the views of a customer include what the caller asks for.
   *
   * @param records the customer and those that were merged into it: events have their ids
   * @return the topics whose views don't, the time having run out
   */
  public Set<String> awaitOf(UUID customerId, Set<UUID> records, ReadAfter after) {
    List<Position> asked =
        after.positions().stream().filter(position -> records.contains(position.key())).toList();
    Set<String> stale = new HashSet<>();
    long end = System.nanoTime() + after.patience().toNanos();
    for (String topic : asked.isEmpty() ? List.<String>of() : ALL) {
      Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
      if (!positions.await(topic, of(topic, asked), left)
          || !positions.await(topic, causesOf(topic, customerId, asked), left)) {
        stale.add(topic);
      }
    }
    return stale;
  }

  /** Waits until the view of a topic includes what the caller wrote there, of any customer. */
  public void await(String topic, ReadAfter after) {
    positions.await(topic, of(topic, after.positions()), after.patience());
  }

  /** What the caller wrote here has effects there. Loyalty only cares for its members. */
  private List<Position> causesOf(String topic, UUID customerId, List<Position> asked) {
    boolean follows = topic.equals(ANALYTICS) || topic.equals(LOYALTY);
    List<Position> causes = follows ? of(OWN, asked) : List.of();
    return causes.isEmpty() || topic.equals(LOYALTY) && !isMember(customerId) ? List.of() : causes;
  }

  private boolean isMember(UUID customerId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT EXISTS (SELECT FROM known_membership WHERE customer_id = :id)")
                .bind("id", customerId)
                .mapTo(Boolean.class)
                .one());
  }

  private static List<Position> of(String topic, List<Position> asked) {
    return asked.stream().filter(position -> position.topic().equals(topic)).toList();
  }
}
