package io.github.langgan.complaint.compensation;

import io.github.langgan.complaint.model.CompensationId;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Notes on the cases what became of the promised points. The first word stands. */
@Singleton
public class SettleCompensations {

  /**
   * @param refusal null when the points were given
   */
  public record Settlement(CompensationId compensation, Instant at, @Nullable String refusal) {}

  private static final String CASES =
      "SELECT DISTINCT case_id FROM compensation WHERE id = ANY(:ids)";

  /** A statement of its own, so that the next one sees what others did to the cases meanwhile. */
  private static final String LOCK =
      "SELECT id FROM cases WHERE id = ANY(:cases) ORDER BY id FOR UPDATE";

  private static final String SETTLE =
      """
      WITH incoming AS (
        SELECT DISTINCT ON (id) * FROM unnest(:ids::uuid[], :times::timestamptz[], :refusals::text[])
          WITH ORDINALITY AS s(id, at, refusal, n) ORDER BY id, n
      ), settled AS (
        UPDATE compensation p
           SET state = CASE WHEN i.refusal IS NULL THEN 'GIVEN' ELSE 'REFUSED' END,
               settled_at = i.at, refusal = i.refusal
          FROM incoming i WHERE p.id = i.id AND p.state = 'PROMISED'
        RETURNING p.case_id
      )
      UPDATE cases c SET version = c.version + 1 FROM settled s WHERE c.id = s.case_id
      """;

  private final Jdbi jdbi;

  SettleCompensations(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void settle(List<Settlement> settlements) {
    UUID[] ids = settlements.stream().map(s -> s.compensation().value()).toArray(UUID[]::new);
    String[] times =
        settlements.stream()
            .map(s -> s.at().atOffset(ZoneOffset.UTC).toString())
            .toArray(String[]::new);
    String[] refusals = settlements.stream().map(Settlement::refusal).toArray(String[]::new);
    jdbi.useHandle(
        handle -> {
          UUID[] cases =
              handle
                  .createQuery(CASES)
                  .bind("ids", ids)
                  .mapTo(UUID.class)
                  .list()
                  .toArray(UUID[]::new);
          handle.createQuery(LOCK).bind("cases", cases).mapTo(UUID.class).list();
          handle
              .createUpdate(SETTLE)
              .bind("ids", ids)
              .bind("times", times)
              .bind("refusals", refusals)
              .execute();
        });
  }
}
