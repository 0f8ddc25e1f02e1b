package io.github.langgan.loyalty.statement;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.ledger.AccountKind;
import io.github.langgan.loyalty.model.ledger.EntryKind;
import io.github.langgan.loyalty.model.ledger.Unearned;
import io.github.langgan.loyalty.statement.EntryView.PostingView;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a membership, and of those united into it, with their postings, in two queries a
 * page.
 */
@Singleton
class Entries {

  private final Jdbi jdbi;

  Entries(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  record EntryRow(
      UUID id,
      EntryKind kind,
      Instant at,
      @Nullable UUID transactionId,
      @Nullable UUID redemptionId,
      @Nullable UUID compensationId,
      @Nullable UUID mergeId,
      @Nullable UUID transferId,
      @Nullable Integer ruleVersion,
      long shortfall,
      long debt,
      @Nullable Unearned note) {

    EntryView with(List<PostingView> postings) {
      return new EntryView(
          id,
          kind,
          at,
          postings.stream()
              .filter(posting -> posting.account() == AccountKind.MEMBER)
              .mapToLong(PostingView::points)
              .sum(),
          transactionId,
          redemptionId,
          compensationId,
          mergeId,
          transferId,
          ruleVersion,
          shortfall,
          debt,
          note,
          postings);
    }
  }

  record PostingRow(
      UUID entryId, AccountKind kind, long points, @Nullable String partner, @Nullable UUID lotId) {
    PostingView view() {
      return new PostingView(kind, points, partner, lotId);
    }
  }

  /** The newest first. */
  List<EntryView> of(Membership membership, @Nullable UUID after, int limit) {
    return jdbi.withHandle(
        handle -> {
          List<EntryRow> entries =
              handle
                  .createQuery(
                      """
                      SELECT id, kind, at, transaction_id, redemption_id, compensation_id,
                             merge_id, transfer_id, rule_version, shortfall, debt, note
                        FROM entry
                       WHERE membership_id = ANY(ARRAY(
                               SELECT id FROM membership
                                WHERE customer_id = :customer AND program_id = :program))
                         AND (:after::uuid IS NULL OR id < :after)
                       ORDER BY id DESC LIMIT :limit
                      """)
                  .bind("customer", membership.customer().value())
                  .bind("program", membership.program().value())
                  .bind("after", after)
                  .bind("limit", limit)
                  .mapTo(EntryRow.class)
                  .list();
          Map<UUID, List<PostingView>> postings =
              handle
                  .createQuery(
                      """
                      SELECT p.entry_id, a.kind, p.points, a.partner, p.lot_id
                        FROM posting p JOIN account a ON a.id = p.account_id
                       WHERE p.entry_id = ANY(:ids) ORDER BY p.entry_id, p.number
                      """)
                  .bind("ids", entries.stream().map(EntryRow::id).toArray(UUID[]::new))
                  .mapTo(PostingRow.class)
                  .stream()
                  .collect(groupingBy(PostingRow::entryId, mapping(PostingRow::view, toList())));
          return entries.stream()
              .map(entry -> entry.with(postings.getOrDefault(entry.id(), List.of())))
              .toList();
        });
  }
}
