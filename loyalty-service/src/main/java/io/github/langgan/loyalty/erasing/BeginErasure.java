package io.github.langgan.loyalty.erasing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.chassis.duework.DueWork;
import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.chassis.json.EventJson;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Nothing more is stored of a customer; the rest is left to {@link EraseCards}, since others wait
 * for this.
 */
@Singleton
public class BeginErasure {

  private static final String FORGET =
      """
      WITH pins AS (
        DELETE FROM membership_pin p USING membership m
         WHERE m.id = p.membership_id AND coalesce(m.came_for, m.customer_id) = ANY(:subjects)
      )
      DELETE FROM customer WHERE id = ANY(:subjects)
      """;

  private final ErasedSubjects erasedSubjects;
  private final DueWork dueWork;
  private final Jdbi jdbi;
  private final Clock clock;

  BeginErasure(ErasedSubjects erasedSubjects, DueWork dueWork, Jdbi jdbi, Clock clock) {
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
            handle.createUpdate(FORGET).bind("subjects", subjects.toArray(UUID[]::new)).execute());
    var rest = new Erasure(requestId, customerId, subjects);
    dueWork.schedule(
        EraseCards.KIND, requestId.toString(), now, new String(EventJson.write(rest), UTF_8));
  }
}
