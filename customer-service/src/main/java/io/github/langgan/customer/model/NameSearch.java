package io.github.langgan.customer.model;

import io.github.langgan.customer.model.naming.AskedName;
import io.github.langgan.customer.model.naming.NameWords;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Finds customers by their names, best first. Each word asked for must fit a word of the name. */
@Singleton
public class NameSearch {

  /**
   * Where a customer stands among those found. Depends on the question and the customer only.
   *
   * @param fit the sum over the words asked for, 100 where they are the same
   * @param size how many words the name has; the fewer, the better
   */
  public record Rank(int fit, int size, UUID id) {}

  private final Jdbi jdbi;
  private final Customers customers;

  NameSearch(Jdbi jdbi, Customers customers) {
    this.jdbi = jdbi;
    this.customers = customers;
  }

  /**
   * In one order for all pages: by fit, then shorter names, then newest first. A customer may have
   * several ranks here when several of its words fit the same one; the best counts.
   *
   * @param words as {@link NameWords} tells those asked for
   */
  public Ranks ranks(
      List<String> words,
      Criterion criterion,
      Visibility visibility,
      @Nullable Rank after,
      int limit) {
    return jdbi.withHandle(
        handle -> {
          AskedName asked = AskedName.of(words, NameCandidates.of(handle, words));
          if (asked.isNobody()) {
            return new Ranks(asked, List.of());
          }
          Selection selection = new Selection(criterion, visibility);
          return new Ranks(asked, new NameQuestion(asked, selection, after, limit).ask(handle));
        });
  }

  /**
   * @param asked what was understood
   */
  public record Ranks(AskedName asked, List<Rank> ranks) {}

  /** The customers at these ranks, each at its best one only. */
  public List<Customer> customers(AskedName asked, List<Rank> ranks, Visibility visibility) {
    List<CustomerId> ids = ranks.stream().map(rank -> new CustomerId(rank.id())).toList();
    Map<UUID, Customer> found =
        customers.seenWhole(ids, visibility).stream()
            .collect(Collectors.toMap(customer -> customer.id().value(), Function.identity()));
    List<Customer> ranked = new ArrayList<>();
    for (Rank rank : ranks) {
      Customer customer = found.get(rank.id());
      if (customer != null && asked.fit(customer.particulars().name().words()) == rank.fit()) {
        ranked.add(customer);
        found.remove(rank.id());
      }
    }
    return ranked;
  }
}
