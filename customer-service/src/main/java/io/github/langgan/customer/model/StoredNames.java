package io.github.langgan.customer.model;

import io.github.langgan.chassis.sql.Columns;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The words of customers' names, by which they are found. A word that the last name loses is
 * forgotten: it may tell who that was.
 */
@Singleton
public class StoredNames {

  /** A word isn't forgotten while somebody gets it who has seen it standing there. */
  private static final String LOCK =
      "SELECT pg_advisory_xact_lock%s(hashtextextended('name-words', 0))";

  private static final String SHARED = LOCK.formatted("_shared");
  private static final String ALONE = LOCK.formatted("");

  private static final String LOCK_CUSTOMERS =
      "SELECT id FROM customer WHERE id = ANY(:ids) ORDER BY id FOR NO KEY UPDATE";

  private final Jdbi jdbi;
  private final Customers customers;

  StoredNames(Jdbi jdbi, Customers customers) {
    this.jdbi = jdbi;
    this.customers = customers;
  }

  /**
   * Of new customers. To be called when nothing else is left that may have to wait for another
   * transaction.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void add(Collection<Customer> registered) {
    jdbi.useHandle(
        handle -> {
          handle.execute(SHARED);
          NameRows.add(handle, registered);
        });
  }

  /**
   * Whether the name is still the same or another. Nobody else changes the customer meanwhile; as
   * with {@link #add}, nothing else is left to wait for.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void replace(Customer corrected) {
    jdbi.useHandle(handle -> replace(handle, List.of(corrected)));
  }

  /** Whatever stands there of these customers becomes the words of their names. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void restore(Collection<CustomerId> ids) {
    jdbi.useHandle(
        handle -> {
          handle
              .createQuery(LOCK_CUSTOMERS)
              .bind("ids", Columns.of(ids).uuids(CustomerId::value))
              .mapTo(UUID.class)
              .list();
          replace(handle, customers.withIds(ids));
        });
  }

  /**
   * After records were merged or split.
   *
   * @param merged into others: they are found no more
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void renew(List<Customer> current, List<Customer> merged) {
    List<Customer> all = Stream.concat(current.stream(), merged.stream()).toList();
    jdbi.useHandle(
        handle -> {
          Set<String> lost = new HashSet<>();
          NameRows.words(handle, all).values().forEach(lost::addAll);
          current.forEach(now -> lost.removeAll(words(now)));
          handle.execute(lost.isEmpty() ? SHARED : ALONE);
          NameRows.remove(handle, all);
          NameRows.add(handle, current);
          NameRows.forget(handle, lost);
        });
  }

  /** Registrations wait only when a word may have to be forgotten. */
  private static void replace(Handle handle, List<Customer> current) {
    Map<UUID, Set<String>> former = NameRows.words(handle, current);
    List<Customer> changed =
        current.stream().filter(now -> !former(former, now).equals(words(now))).toList();
    if (changed.isEmpty()) {
      return;
    }
    Set<String> lost = new HashSet<>();
    changed.forEach(now -> lost.addAll(former(former, now)));
    changed.forEach(now -> lost.removeAll(words(now)));
    handle.execute(lost.isEmpty() ? SHARED : ALONE);
    NameRows.remove(handle, changed);
    NameRows.add(handle, changed);
    NameRows.forget(handle, lost);
  }

  private static Set<String> former(Map<UUID, Set<String>> former, Customer customer) {
    return former.getOrDefault(customer.id().value(), Set.of());
  }

  private static Set<String> words(Customer customer) {
    return Set.copyOf(customer.particulars().name().words());
  }
}
