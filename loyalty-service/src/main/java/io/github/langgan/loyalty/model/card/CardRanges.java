package io.github.langgan.loyalty.model.card;

import io.github.langgan.loyalty.model.ProgramId;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** All ranges of card numbers; no two have a number in common. */
@Singleton
public class CardRanges {

  private static final String SELECT =
      """
      SELECT r.id, r.program_id, r.name, r.prefix, r.kind, r.partner, r.price, p.currency,
             r.fee_share, r.free_for_tiers, r.free_for_reasons, r.valid_months, p.zone, r.created_at
        FROM card_range r JOIN program p ON p.id = r.program_id
      """;

  private final Jdbi jdbi;

  CardRanges(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** False when another range has some of its numbers. Its program may follow until the commit. */
  public boolean add(CardRange range) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate(
                        """
                        INSERT INTO card_range (id, program_id, name, prefix, kind, partner, price,
                               fee_share, free_for_tiers, free_for_reasons, valid_months, created_at)
                        VALUES (:id, :program, :name, :prefix, :kind, :partner, :price, :share,
                                :tiers, :reasons, :months, :at)
                        ON CONFLICT DO NOTHING
                        """)
                    .bind("id", range.id().value())
                    .bind("program", range.program().value())
                    .bind("name", range.name())
                    .bind("prefix", range.prefix())
                    .bind("kind", range.kind().name())
                    .bind("partner", range.partner())
                    .bind("price", range.price())
                    .bind("share", range.feePolicy().share())
                    .bind("tiers", sorted(range.feePolicy().freeForTiers()))
                    .bind("reasons", sorted(range.feePolicy().freeForReasons()))
                    .bind("months", range.validMonths())
                    .bind("at", range.createdAt().atOffset(ZoneOffset.UTC))
                    .execute()
                == 1);
  }

  public Optional<CardRange> find(CardRangeId id) {
    return Optional.ofNullable(withIds(List.of(id)).get(id));
  }

  Map<CardRangeId, CardRange> withIds(Collection<CardRangeId> ids) {
    return jdbi
        .withHandle(
            handle ->
                handle
                    .createQuery(SELECT + "WHERE r.id = ANY(:ids)")
                    .bind("ids", ids.stream().map(CardRangeId::value).toArray(UUID[]::new))
                    .mapTo(CardRangeRow.class)
                    .map(CardRangeRow::range)
                    .list())
        .stream()
        .collect(Collectors.toMap(CardRange::id, Function.identity()));
  }

  /** A program's first range has the program's own prefix. */
  public CardRange withPrefix(String prefix) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "WHERE r.prefix = :prefix")
                .bind("prefix", prefix)
                .mapTo(CardRangeRow.class)
                .one()
                .range());
  }

  /** The oldest of this kind that is no partner's. */
  public Optional<CardRange> usual(ProgramId program, CardKind kind) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + """
                        WHERE r.program_id = :program AND r.kind = :kind AND r.partner IS NULL
                        ORDER BY r.id LIMIT 1
                        """)
                .bind("program", program.value())
                .bind("kind", kind.name())
                .mapTo(CardRangeRow.class)
                .findOne()
                .map(CardRangeRow::range));
  }

  /** The newest first. */
  public List<CardRange> of(ProgramId program, @Nullable CardRangeId after, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + """
                        WHERE r.program_id = :program AND (:after::uuid IS NULL OR r.id < :after)
                        ORDER BY r.id DESC LIMIT :limit
                        """)
                .bind("program", program.value())
                .bind("after", after == null ? null : after.value())
                .bind("limit", limit)
                .mapTo(CardRangeRow.class)
                .map(CardRangeRow::range)
                .list());
  }

  private static String[] sorted(Collection<?> names) {
    return names.stream().map(Object::toString).sorted().toArray(String[]::new);
  }
}
