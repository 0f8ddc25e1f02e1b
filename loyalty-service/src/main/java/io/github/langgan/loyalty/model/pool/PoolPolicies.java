package io.github.langgan.loyalty.model.pool;

import io.github.langgan.loyalty.model.ProgramId;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

/** The policy of each program. */
@Singleton
public class PoolPolicies {

  private final Jdbi jdbi;

  PoolPolicies(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  public PoolPolicy of(ProgramId program) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT allowed, members_at_most, wait_days, version FROM pool_policy
                     WHERE program_id = :program
                    """)
                .bind("program", program.value())
                .mapTo(PoolPolicy.class)
                .findOne()
                .orElse(PoolPolicy.NONE));
  }

  /** In place of the one before; of a program that is locked. */
  public void put(ProgramId program, PoolPolicy policy) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO pool_policy (program_id, allowed, members_at_most, wait_days, version)
                    VALUES (:program, :allowed, :members, :wait, :version)
                    ON CONFLICT (program_id) DO UPDATE
                       SET allowed = excluded.allowed,
                           members_at_most = excluded.members_at_most,
                           wait_days = excluded.wait_days,
                           version = excluded.version
                    """)
                .bind("program", program.value())
                .bind("allowed", policy.allowed())
                .bind("members", policy.membersAtMost())
                .bind("wait", policy.waitDays())
                .bind("version", policy.version())
                .execute());
  }
}
