package io.github.langgan.loyalty.model.card;

import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.sql.Columns;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * All cards with what happened to them. Cards are locked after what ids mean, customers and
 * transactions, and before accounts.
 */
@Singleton
public class Cards {

  private static final String ISSUE =
      """
      WITH issued AS (
        INSERT INTO card (id, number, membership_id, range_id, issue, state, issued_at,
                          activated_at, expires_at, version)
        VALUES (:id, :number, :membership, :range, :issue, :state, :issuedAt, :activatedAt,
                :expiresAt, :version)
        ON CONFLICT (number) DO NOTHING
        RETURNING id, version, issue, issued_at
      )
      INSERT INTO card_act (card_id, number, act, issue, at)
      SELECT id, version, 'ISSUED', issue, issued_at FROM issued
      """;

  private static final String CHANGE =
      """
      WITH changed AS (
        UPDATE card
           SET issue = :issue, state = :state, block_reason = :blockReason, issued_at = :issuedAt,
               activated_at = :activatedAt, expires_at = :expiresAt, version = :version
         WHERE id = :id
      )
      INSERT INTO card_act (card_id, number, act, issue, at, reason, note, fee)
      VALUES (:id, :version, :act, :issue, :at, :reason, :note, :fee)
      """;

  /** Cards in use are left to the next look. */
  private static final String EXPIRE =
      """
      WITH due AS (
        SELECT id FROM card WHERE expires_at <= :now AND state <> 'EXPIRED'
         ORDER BY id LIMIT :limit FOR UPDATE SKIP LOCKED
      ), c AS (
        UPDATE card SET state = 'EXPIRED', version = version + 1 FROM due WHERE card.id = due.id
        RETURNING card.*
      ), acts AS (
        INSERT INTO card_act (card_id, number, act, issue, at)
        SELECT id, version, 'EXPIRED', issue, expires_at FROM c
      )
      SELECT %s FROM c ORDER BY c.id
      """
          .formatted(CardRow.COLUMNS);

  private final Jdbi jdbi;
  private final FreeNumbers freeNumbers;

  Cards(Jdbi jdbi, FreeNumbers freeNumbers) {
    this.jdbi = jdbi;
    this.freeNumbers = freeNumbers;
  }

  /**
   * Empty when the range has no free number any more.
   *
   * @param membership which may follow until the commit
   */
  public Optional<Card> issue(CardRange range, MembershipId membership, Instant at) {
    for (int draw = 0; ; draw++) {
      Optional<CardNumber> number = freeNumbers.draw(range, draw);
      if (number.isEmpty()) {
        return Optional.empty();
      }
      Card card = Card.issued(number.get(), membership, range, at);
      boolean stored =
          jdbi.withHandle(
              handle ->
                  bound(handle.createUpdate(ISSUE), card)
                          .bind("number", card.number().digits())
                          .bind("membership", membership.value())
                          .bind("range", range.id().value())
                          .execute()
                      == 1);
      if (stored) {
        return Optional.of(card);
      }
    }
  }

  /** Empty when it is gone. It changes only by who has locked it. */
  public Optional<Card> lock(CardId id) {
    return locked(id, "FOR UPDATE");
  }

  /** Until the commit it stays what it is. */
  public Optional<Card> hold(CardId id) {
    return locked(id, "FOR SHARE");
  }

  private Optional<Card> locked(CardId id, String strength) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT " + CardRow.COLUMNS + " FROM card c WHERE c.id = :id " + strength)
                .bind("id", id.value())
                .mapTo(CardRow.class)
                .findOne()
                .map(CardRow::card));
  }

  public void change(Card after, CardAct act) {
    jdbi.useHandle(
        handle ->
            bound(handle.createUpdate(CHANGE), after)
                .bind("blockReason", after.blockReason())
                .bind("act", act.act().name())
                .bind("at", act.at().atOffset(ZoneOffset.UTC))
                .bind("reason", act.reason())
                .bind("note", act.note())
                .bind("fee", act.fee())
                .execute());
  }

  /** Expires cards whose time is over, some at once. */
  public List<Card> expire(Instant now, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(EXPIRE)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("limit", limit)
                .mapTo(CardRow.class)
                .map(CardRow::card)
                .list());
  }

  record ActRow(
      UUID cardId,
      CardAct.Kind act,
      int issue,
      Instant at,
      @Nullable String reason,
      @Nullable String note,
      java.math.@Nullable BigDecimal fee) {

    CardAct toAct() {
      return new CardAct(act, issue, at, reason, note, fee);
    }
  }

  /** What happened to each of these, the earliest first. */
  public Map<CardId, List<CardAct>> acts(List<CardId> cards) {
    return jdbi
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT card_id, act, issue, at, reason, note, fee FROM card_act
                         WHERE card_id = ANY(:ids) ORDER BY card_id, number
                        """)
                    .bindMap(new Columns<>(cards).uuids("ids", CardId::value).arrays())
                    .mapTo(ActRow.class)
                    .list())
        .stream()
        .collect(
            Collectors.groupingBy(
                row -> new CardId(row.cardId()),
                Collectors.mapping(ActRow::toAct, Collectors.toList())));
  }

  private static <S extends SqlStatement<S>> S bound(S statement, Card card) {
    return statement
        .bind("id", card.id().value())
        .bind("issue", card.issue())
        .bind("state", card.state().name())
        .bind("issuedAt", card.issuedAt().atOffset(ZoneOffset.UTC))
        .bind(
            "activatedAt",
            card.activatedAt() == null ? null : card.activatedAt().atOffset(ZoneOffset.UTC))
        .bind(
            "expiresAt",
            card.expiresAt() == null ? null : card.expiresAt().atOffset(ZoneOffset.UTC))
        .bind("version", card.version());
  }
}
