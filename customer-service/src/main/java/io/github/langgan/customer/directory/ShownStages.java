package io.github.langgan.customer.directory;

import io.github.langgan.chassis.inbox.Freshness;
import io.github.langgan.chassis.inbox.FreshnessView;
import io.github.langgan.chassis.inbox.Freshnesses;
import io.github.langgan.customer.access.CallerRights;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.Stages;
import io.github.langgan.customer.representation.StageView;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The stages of customers' lives with the company, as its own staff sees them. */
@Singleton
class ShownStages {

  private static final String ANALYTICS = "crm.analytics";

  private final Stages stages;
  private final Freshnesses freshnesses;
  private final CallerRights rights;

  ShownStages(Stages stages, Freshnesses freshnesses, CallerRights rights) {
    this.stages = stages;
    this.freshnesses = freshnesses;
    this.rights = rights;
  }

  /** Null for everybody else: it tells of purchases from all partners. */
  @Nullable StageView of(Customer customer) {
    if (!rights.isStaff()) {
      return null;
    }
    Freshness freshness = freshnesses.of(customer.id().value(), Set.of(ANALYTICS)).get(ANALYTICS);
    return StageView.of(stages.of(customer), FreshnessView.from(freshness, false));
  }
}
