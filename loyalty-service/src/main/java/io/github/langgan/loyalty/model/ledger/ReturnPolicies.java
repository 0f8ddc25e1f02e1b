package io.github.langgan.loyalty.model.ledger;

import io.github.langgan.loyalty.model.ProgramId;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

/** The policy of each program. */
@Singleton
public class ReturnPolicies {

  private final Jdbi jdbi;

  ReturnPolicies(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  public ReturnPolicy of(ProgramId program) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT spent_points, version FROM return_policy WHERE program_id = :program")
                .bind("program", program.value())
                .mapTo(ReturnPolicy.class)
                .findOne()
                .orElse(ReturnPolicy.NONE));
  }

  /** In place of the one before; of a program that is locked. */
  public void put(ProgramId program, ReturnPolicy policy) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO return_policy (program_id, spent_points, version)
                    VALUES (:program, :spentPoints, :version)
                    ON CONFLICT (program_id) DO UPDATE
                       SET spent_points = excluded.spent_points, version = excluded.version
                    """)
                .bind("program", program.value())
                .bind("spentPoints", policy.spentPoints())
                .bind("version", policy.version())
                .execute());
  }
}
