package io.github.langgan.loyalty.transferring;

import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.TransferId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** All transfers between members; none is ever changed. */
@Singleton
class MemberTransfers {

  /** Of a member, also those that are united into others. */
  private static final String MINE =
      "(SELECT id FROM membership WHERE customer_id = :customer AND program_id = :program)";

  private final Jdbi jdbi;

  MemberTransfers(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  record Row(
      UUID id,
      UUID programId,
      UUID fromMembership,
      UUID toMembership,
      long points,
      UUID givenEntry,
      UUID receivedEntry,
      Instant at,
      boolean given) {

    MemberTransfer transfer() {
      return new MemberTransfer(
          new TransferId(id),
          new ProgramId(programId),
          new MembershipId(fromMembership),
          new MembershipId(toMembership),
          points,
          givenEntry,
          receivedEntry,
          at);
    }

    TransferView view() {
      return given ? TransferView.given(transfer(), null) : TransferView.received(transfer());
    }
  }

  void add(MemberTransfer transfer) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO transfer (id, program_id, from_membership, to_membership, points,
                                          given_entry, received_entry, at)
                    VALUES (:id, :program, :from, :to, :points, :given, :received, :at)
                    """)
                .bind("id", transfer.id().value())
                .bind("program", transfer.program().value())
                .bind("from", transfer.from().value())
                .bind("to", transfer.to().value())
                .bind("points", transfer.points())
                .bind("given", transfer.givenEntry())
                .bind("received", transfer.receivedEntry())
                .bind("at", transfer.at().atOffset(ZoneOffset.UTC))
                .execute());
  }

  /**
   * What the member gave and received, the newest first. Between two memberships that were united
   * since: as given.
   */
  List<TransferView> of(Membership member, @Nullable UUID after, int limit) {
    return jdbi.withHandle(
        handle ->
            of(
                    member,
                    handle.createQuery(
                        """
                        SELECT t.*, t.from_membership IN %1$s AS given FROM transfer t
                         WHERE (t.from_membership IN %1$s OR t.to_membership IN %1$s)
                           AND (:after::uuid IS NULL OR t.id < :after)
                         ORDER BY t.id DESC LIMIT :limit
                        """
                            .formatted(MINE)))
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(Row.class)
                .map(Row::view)
                .list());
  }

  long givenSince(Membership holder, Instant since) {
    return sum("t.from_membership", holder, since);
  }

  long receivedSince(Membership holder, Instant since) {
    return sum("t.to_membership", holder, since);
  }

  /** To how many members other than one that is to receive now. */
  long recipientsSince(Membership holder, Membership beside, Instant since) {
    return jdbi.withHandle(
        handle ->
            of(
                    holder,
                    handle.createQuery(
                        """
                        SELECT count(DISTINCT r.customer_id)
                          FROM transfer t JOIN membership r ON r.id = t.to_membership
                         WHERE t.from_membership IN %s AND t.at >= :since
                           AND r.customer_id <> :beside
                        """
                            .formatted(MINE)))
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .bind("beside", beside.customer().value())
                .mapTo(Long.class)
                .one());
  }

  private long sum(String side, Membership holder, Instant since) {
    return jdbi.withHandle(
        handle ->
            of(
                    holder,
                    handle.createQuery(
                        "SELECT coalesce(sum(points), 0) FROM transfer t WHERE %s IN %s AND t.at >= :since"
                            .formatted(side, MINE)))
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .one());
  }

  private static Query of(Membership member, Query query) {
    return query
        .bind("customer", member.customer().value())
        .bind("program", member.program().value());
  }
}
