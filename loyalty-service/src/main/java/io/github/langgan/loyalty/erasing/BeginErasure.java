package io.github.langgan.loyalty.erasing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.chassis.duework.DueWork;
import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.loyalty.contract.OfferChangedV1;
import io.github.langgan.loyalty.model.offer.OfferState;
import io.github.langgan.loyalty.model.offer.Offers;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Nothing more is stored of a customer, and nothing offered to it; the rest is left to {@link
 * EraseCards}, since others wait for this.
 */
@Singleton
public class BeginErasure {

  private static final String FORGET =
      """
      WITH pins AS (
        DELETE FROM membership_pin p USING membership m
         WHERE m.id = p.membership_id AND coalesce(m.came_for, m.customer_id) = ANY(:subjects)
      ), pools AS (
        UPDATE pool_member p SET left_at = :now FROM membership m
         WHERE m.id = p.membership_id AND coalesce(m.came_for, m.customer_id) = ANY(:subjects)
           AND p.left_at IS NULL
      ), said AS (
        DELETE FROM consent_act WHERE customer_id = ANY(:subjects)
      ), hindrances AS (
        DELETE FROM contact_hindrance WHERE customer_id = ANY(:subjects)
      ), stages AS (
        DELETE FROM customer_stage WHERE customer_id = ANY(:subjects)
      ), segments AS (
        DELETE FROM customer_segment WHERE customer_id = ANY(:subjects)
      )
      DELETE FROM customer WHERE id = ANY(:subjects)
      """;

  private final ErasedSubjects erasedSubjects;
  private final Offers offers;
  private final Outbox outbox;
  private final DueWork dueWork;
  private final Jdbi jdbi;
  private final Clock clock;

  BeginErasure(
      ErasedSubjects erasedSubjects,
      Offers offers,
      Outbox outbox,
      DueWork dueWork,
      Jdbi jdbi,
      Clock clock) {
    this.offers = offers;
    this.outbox = outbox;
    this.erasedSubjects = erasedSubjects;
    this.dueWork = dueWork;
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /**
   * The same again is receipted again.
   *
   * @param subjects the customer and all records that were merged into it
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void begin(UUID requestId, UUID customerId, List<UUID> subjects) {
    Instant now = clock.instant();
    erasedSubjects.add(subjects, now);
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(FORGET)
                .bind("subjects", subjects.toArray(UUID[]::new))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute());
    outbox.append(
        offers.end(offers.lockOpenOf(subjects), OfferState.WITHDRAWN, now).stream()
            .map(one -> OfferChangedV1.of(one, now))
            .toList());
    var rest = new Erasure(requestId, customerId, subjects);
    dueWork.schedule(
        EraseCards.KIND, requestId.toString(), now, new String(EventJson.write(rest), UTF_8));
  }
}
