package io.github.langgan.loyalty.model.card;

import static java.util.Objects.requireNonNull;

import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.MembershipRow;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.JoinRow;
import org.jdbi.v3.core.mapper.JoinRowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Cards as they stand, with what they open. */
@Singleton
public class IssuedCards {

  private static final String SELECT =
      """
      SELECT %s, %s, holder.id AS opens
        FROM card c
        JOIN membership m ON m.id = c.membership_id
        JOIN membership holder ON holder.customer_id = m.customer_id
                              AND holder.program_id = m.program_id AND holder.united_into IS NULL
      """
          .formatted(CardRow.COLUMNS, MembershipRow.COLUMNS);

  private final Jdbi jdbi;
  private final CardRanges ranges;

  IssuedCards(Jdbi jdbi, CardRanges ranges) {
    this.jdbi = jdbi;
    this.ranges = ranges;
  }

  record Opened(UUID opens) {}

  public Optional<IssuedCard> find(CardId id) {
    return jdbi.withHandle(
        handle ->
            cards(handle.createQuery(SELECT + "WHERE c.id = :id").bind("id", id.value())).stream()
                .findFirst());
  }

  public Optional<IssuedCard> withNumber(String number) {
    return jdbi.withHandle(
        handle ->
            cards(handle.createQuery(SELECT + "WHERE c.number = :number").bind("number", number))
                .stream()
                .findFirst());
  }

  public List<IssuedCard> withIds(Collection<CardId> ids) {
    return jdbi.withHandle(
        handle ->
            cards(
                handle
                    .createQuery(SELECT + "WHERE c.id = ANY(:ids) ORDER BY c.id")
                    .bind("ids", ids.stream().map(CardId::value).toArray(UUID[]::new))));
  }

  /**
   * All that open a membership, the newest first.
   *
   * @param holder that is not united into another
   */
  public List<IssuedCard> opening(MembershipId holder, @Nullable CardId after, int limit) {
    return jdbi.withHandle(
        handle ->
            cards(
                handle
                    .createQuery(
                        SELECT
                            + """
                            WHERE holder.id = :holder AND (:after::uuid IS NULL OR c.id < :after)
                            ORDER BY c.id DESC LIMIT :limit
                            """)
                    .bind("holder", holder.value())
                    .bind("after", after == null ? null : after.value())
                    .bind("limit", limit)));
  }

  private List<IssuedCard> cards(Query query) {
    List<JoinRow> rows =
        query.map(JoinRowMapper.forTypes(CardRow.class, MembershipRow.class, Opened.class)).list();
    Map<CardRangeId, CardRange> known =
        ranges.withIds(
            rows.stream()
                .map(row -> new CardRangeId(row.get(CardRow.class).rangeId()))
                .distinct()
                .toList());
    return rows.stream()
        .map(
            row -> {
              Card card = row.get(CardRow.class).card();
              return new IssuedCard(
                  card,
                  requireNonNull(known.get(card.range())),
                  row.get(MembershipRow.class).membership(),
                  new MembershipId(row.get(Opened.class).opens()));
            })
        .toList();
  }
}
