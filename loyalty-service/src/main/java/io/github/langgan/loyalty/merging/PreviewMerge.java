package io.github.langgan.loyalty.merging;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.loyalty.contract.MergeEffectsV1;
import io.github.langgan.loyalty.contract.MergeEffectsV1.MembershipEffect;
import io.github.langgan.loyalty.contract.MergeEffectsV1.Outcome;
import io.github.langgan.loyalty.contract.MergePreviewedV1;
import io.github.langgan.loyalty.model.Balance;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Says what a merge would do; changes nothing. */
@Singleton
public class PreviewMerge {

  private static final String PLAN =
      """
      SELECT m.program_id, m.id AS merged, s.id AS survivor,
             a.balance, a.debt, pending_points(a.id, :now) AS pending,
             b.balance AS survivor_balance, coalesce(b.debt, 0) AS survivor_debt,
             coalesce(r.spent_points = 'NEGATIVE_BALANCE', false) AS overdrawn,
             coalesce(pending_points(b.id, :now), 0) AS survivor_pending
        FROM membership m
        JOIN account a ON a.id = m.account_id
        LEFT JOIN membership s ON s.customer_id = :survivor AND s.program_id = m.program_id
                              AND s.united_into IS NULL
        LEFT JOIN account b ON b.id = s.account_id
        LEFT JOIN return_policy r ON r.program_id = m.program_id
       WHERE m.customer_id = :merged AND m.united_into IS NULL
       ORDER BY m.opened_at, m.id
      """;

  private final Jdbi jdbi;
  private final Aliases aliases;
  private final Clock clock;

  PreviewMerge(Jdbi jdbi, Aliases aliases, Clock clock) {
    this.jdbi = jdbi;
    this.aliases = aliases;
    this.clock = clock;
  }

  record Row(
      UUID programId,
      UUID merged,
      @Nullable UUID survivor,
      long balance,
      long debt,
      long pending,
      @Nullable Long survivorBalance,
      long survivorDebt,
      boolean overdrawn,
      long survivorPending) {

    private Balance balance(long points, long pendingOnes, long owed) {
      return new Balance(points - pendingOnes - (overdrawn ? owed : 0), pendingOnes, owed);
    }

    MembershipEffect effect() {
      Balance points = balance(balance, pending, debt);
      return MembershipEffect.of(
          programId,
          survivor == null ? Outcome.MOVED : Outcome.UNITED,
          merged,
          survivor,
          points,
          survivorBalance == null
              ? points
              : points.plus(balance(survivorBalance, survivorPending, survivorDebt)));
    }
  }

  public PublishedEvent preview(Merge proposed) {
    List<MembershipEffect> effects =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(PLAN)
                    .bind("survivor", aliases.current(proposed.survivor()))
                    .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .bind("merged", aliases.current(proposed.merged()))
                    .mapTo(Row.class)
                    .map(Row::effect)
                    .list());
    return new MergePreviewedV1(proposed.id(), clock.instant(), new MergeEffectsV1(effects));
  }
}
