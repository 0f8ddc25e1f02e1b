package io.github.langgan.loyalty.model.ledger;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.ProgramId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** As the entries say; for one transaction, which asks for each program's policy once. */
final class OpenDebts implements Debts {

  private final Jdbi jdbi;
  private final ReturnPolicies policies;
  private final Map<ProgramId, SpentPoints> known = new HashMap<>();

  OpenDebts(Jdbi jdbi, ReturnPolicies policies) {
    this.jdbi = jdbi;
    this.policies = policies;
  }

  record Row(UUID customerId, long points) {}

  @Override
  public SpentPoints policy(ProgramId program) {
    return known.computeIfAbsent(program, id -> policies.of(id).spentPoints());
  }

  @Override
  public Map<CustomerId, Long> of(Membership membership) {
    Map<CustomerId, Long> owed = new LinkedHashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT customer_id, sum(debt) AS points FROM entry
                     WHERE membership_id = :membership AND debt <> 0
                     GROUP BY customer_id HAVING sum(debt) > 0 ORDER BY min(number)
                    """)
                .bind("membership", membership.id().value())
                .mapTo(Row.class)
                .forEach(row -> owed.put(new CustomerId(row.customerId()), row.points())));
    return owed;
  }
}
