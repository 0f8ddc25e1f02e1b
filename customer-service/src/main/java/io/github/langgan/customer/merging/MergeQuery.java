package io.github.langgan.customer.merging;

import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.representation.CustomerView;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Merges as they are shown. */
@Singleton
class MergeQuery {

  private static final String LIST =
      """
      SELECT * FROM merge
       WHERE NOT proposal AND (:before::uuid IS NULL OR id < :before)
         AND (:customer::uuid IS NULL OR survivor_id = :customer OR merged_id = :customer)
       ORDER BY id DESC LIMIT :limit
      """;

  private static final String ANSWERS =
      """
      SELECT * FROM merge_answer WHERE merge_id = ANY(:ids)
       ORDER BY merge_id, array_position(:services::text[], service)
      """;

  private final Jdbi jdbi;
  private final Merges merges;
  private final LockPair pairs;
  private final Survivorship survivorship;

  MergeQuery(Jdbi jdbi, Merges merges, LockPair pairs, Survivorship survivorship) {
    this.jdbi = jdbi;
    this.merges = merges;
    this.pairs = pairs;
    this.survivorship = survivorship;
  }

  Optional<MergeView> find(UUID id) {
    return merges
        .find(id)
        .map(merge -> MergeView.of(merge, answers(List.of(merge)).get(id), wouldBe(merge)));
  }

  /** The newest first; no dry runs. */
  List<MergeView> list(@Nullable UUID customer, @Nullable UUID before, int limit) {
    List<StoredMerge> found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(LIST)
                    .bindByType("before", before, UUID.class)
                    .bindByType("customer", customer, UUID.class)
                    .bind("limit", limit)
                    .mapTo(StoredMerge.class)
                    .list());
    Map<UUID, List<StoredAnswer>> answers = answers(found);
    return found.stream()
        .map(merge -> MergeView.of(merge, answers.getOrDefault(merge.id(), List.of()), null))
        .toList();
  }

  private @Nullable CustomerView wouldBe(StoredMerge merge) {
    if (!merge.proposal()) {
      return null;
    }
    return pairs
        .find(merge.survivorId(), merge.mergedId())
        .map(
            pair -> {
              Customer survivor = pair.survivor();
              var said = pair.under(survivorship).particulars();
              return CustomerView.from(survivor.corrected(said, survivor.changedAt()));
            })
        .orElse(null);
  }

  private Map<UUID, List<StoredAnswer>> answers(List<StoredMerge> of) {
    return jdbi
        .withHandle(
            handle ->
                handle
                    .createQuery(ANSWERS)
                    .bind("ids", of.stream().map(StoredMerge::id).toArray(UUID[]::new))
                    .bind("services", Merges.SERVICES.toArray(String[]::new))
                    .mapTo(StoredAnswer.class)
                    .list())
        .stream()
        .collect(Collectors.groupingBy(StoredAnswer::mergeId));
  }
}
