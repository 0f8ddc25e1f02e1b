package io.github.langgan.loyalty.transferring.policy;

import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.rule.Cap.CapPeriod;
import io.github.langgan.loyalty.transferring.policy.TransferPolicy.Most;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The policy of each program. */
@Singleton
public class TransferPolicies {

  private final Jdbi jdbi;

  TransferPolicies(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  record Row(
      boolean allowed,
      @Nullable Long leastPoints,
      @Nullable Long givenPoints,
      @Nullable CapPeriod givenPeriod,
      @Nullable Long receivedPoints,
      @Nullable CapPeriod receivedPeriod,
      @Nullable Long recipients,
      @Nullable CapPeriod recipientsPeriod,
      @Nullable Long pinAbove,
      long version) {

    TransferPolicy policy() {
      return new TransferPolicy(
          allowed,
          leastPoints,
          most(givenPoints, givenPeriod),
          most(receivedPoints, receivedPeriod),
          most(recipients, recipientsPeriod),
          pinAbove,
          version);
    }

    private static @Nullable Most most(@Nullable Long amount, @Nullable CapPeriod period) {
      return amount == null || period == null ? null : new Most(amount, period);
    }
  }

  public TransferPolicy of(ProgramId program) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT allowed, least_points, given_points, given_period, received_points,
                           received_period, recipients, recipients_period, pin_above, version
                      FROM transfer_policy WHERE program_id = :program
                    """)
                .bind("program", program.value())
                .mapTo(Row.class)
                .findOne()
                .map(Row::policy)
                .orElse(TransferPolicy.NONE));
  }

  /** In place of the one before; of a program that is locked. */
  void put(ProgramId program, TransferPolicy policy) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO transfer_policy (program_id, allowed, least_points, given_points,
                                                 given_period, received_points, received_period,
                                                 recipients, recipients_period, pin_above, version)
                    VALUES (:program, :allowed, :least, :given, :givenPeriod, :received,
                            :receivedPeriod, :recipients, :recipientsPeriod, :pin, :version)
                    ON CONFLICT (program_id) DO UPDATE
                       SET allowed = excluded.allowed,
                           least_points = excluded.least_points,
                           given_points = excluded.given_points,
                           given_period = excluded.given_period,
                           received_points = excluded.received_points,
                           received_period = excluded.received_period,
                           recipients = excluded.recipients,
                           recipients_period = excluded.recipients_period,
                           pin_above = excluded.pin_above,
                           version = excluded.version
                    """)
                .bind("program", program.value())
                .bind("allowed", policy.allowed())
                .bind("least", policy.least())
                .bind("given", amount(policy.given()))
                .bind("givenPeriod", period(policy.given()))
                .bind("received", amount(policy.received()))
                .bind("receivedPeriod", period(policy.received()))
                .bind("recipients", amount(policy.recipients()))
                .bind("recipientsPeriod", period(policy.recipients()))
                .bind("pin", policy.pinAbove())
                .bind("version", policy.version())
                .execute());
  }

  private static @Nullable Long amount(@Nullable Most most) {
    return most == null ? null : most.amount();
  }

  private static @Nullable String period(@Nullable Most most) {
    return most == null ? null : most.period().name();
  }
}
