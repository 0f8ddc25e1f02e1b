package io.github.langgan.loyalty.statement;

import io.github.langgan.chassis.inbox.FreshnessView;
import io.github.langgan.chassis.inbox.Freshnesses;
import io.github.langgan.chassis.inbox.Positions;
import io.github.langgan.chassis.inbox.ReadAfter;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** How current a balance is, by the topic of the transactions that move it. */
@Singleton
class SourceFreshness {

  private static final String PROFILE = "crm.profile";

  /** An attribution is an effect of the customer's registration. */
  private static final List<String> CAUSES = List.of(PROFILE, "crm.customer");

  private final Positions positions;
  private final Freshnesses freshnesses;

  SourceFreshness(Positions positions, Freshnesses freshnesses) {
    this.positions = positions;
    this.freshnesses = freshnesses;
  }

  /** Waits, when the caller asked for it. */
  FreshnessView after(ReadAfter asked, UUID customer) {
    boolean reached = positions.await(PROFILE, asked.positionsOf(CAUSES), asked.patience());
    return FreshnessView.from(
        Objects.requireNonNull(freshnesses.of(customer, List.of(PROFILE)).get(PROFILE)), !reached);
  }
}
