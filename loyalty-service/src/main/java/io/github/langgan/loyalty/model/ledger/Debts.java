package io.github.langgan.loyalty.model.ledger;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.ProgramId;
import java.util.Map;

/** What accounts need to know when something is owed, or would be: few ever ask. */
public interface Debts {

  Debts NONE =
      new Debts() {
        @Override
        public SpentPoints policy(ProgramId program) {
          return SpentPoints.WITHIN_BALANCE;
        }

        @Override
        public Map<CustomerId, Long> of(Membership membership) {
          return Map.of();
        }
      };

  SpentPoints policy(ProgramId program);

  /** Points by the record that the return came for; those that owe something, the oldest first. */
  Map<CustomerId, Long> of(Membership membership);
}
