package io.github.langgan.loyalty.model.ledger;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Where points went from a lot, and which lots they were in before. */
@Singleton
class Lineage {

  private static final String HEIRS =
      """
      WITH RECURSIVE heir AS (
        SELECT id, id AS source FROM unnest(:ids::uuid[]) AS id
        UNION ALL
        SELECT l.id, heir.source FROM heir JOIN lot l ON l.from_lot = heir.id
      )
      SELECT heir.source, %s FROM heir JOIN lot l ON l.id = heir.id ORDER BY heir.source, l.id
      """
          .formatted(LotRow.COLUMNS);

  private static final String ORIGINS =
      """
      WITH RECURSIVE earlier AS (
        SELECT id AS lot, from_lot AS id, 1 AS steps FROM lot
         WHERE id = ANY(:ids) AND from_lot IS NOT NULL
        UNION ALL
        SELECT earlier.lot, l.from_lot, steps + 1 FROM earlier JOIN lot l ON l.id = earlier.id
         WHERE l.from_lot IS NOT NULL
      )
      SELECT DISTINCT ON (earlier.lot) earlier.lot AS source, %s
        FROM earlier JOIN lot l ON l.id = earlier.id
       WHERE l.account_id = :account ORDER BY earlier.lot, steps
      """
          .formatted(LotRow.COLUMNS);

  private final Jdbi jdbi;

  Lineage(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** These lots, and those that their points went to. */
  List<LotRow> heirsOf(Collection<UUID> ids) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(HEIRS)
                .bind("ids", ids.toArray(UUID[]::new))
                .mapTo(LotRow.class)
                .list());
  }

  /** By lot: the nearest one of this account that its points were in before. */
  Map<UUID, Lot> originsOn(UUID accountId, Collection<UUID> ids) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(ORIGINS)
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("account", accountId)
                .mapTo(LotRow.class)
                .stream()
                .collect(Collectors.toMap(LotRow::source, row -> row.ofAccount().lot())));
  }
}
