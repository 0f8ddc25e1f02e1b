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

  private static final String SETTLE =
      """
      WITH incoming AS (
        SELECT DISTINCT ON (id) * FROM unnest(:ids::uuid[], :times::timestamptz[], :refusals::text[])
          WITH ORDINALITY AS s(id, at, refusal, n) ORDER BY id, n
      ), promised AS (
        SELECT c.id AS case_id, p.id AS compensation_id, i.at, i.refusal
          FROM incoming i JOIN compensation p ON p.id = i.id JOIN cases c ON c.id = p.case_id
         WHERE p.state = 'PROMISED' ORDER BY c.id FOR UPDATE OF c
      ), settled AS (
        UPDATE compensation p
           SET state = CASE WHEN s.refusal IS NULL THEN 'GIVEN' ELSE 'REFUSED' END,
               settled_at = s.at, refusal = s.refusal
          FROM promised s WHERE p.id = s.compensation_id AND p.state = 'PROMISED'
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
        handle ->
            handle
                .createUpdate(SETTLE)
                .bind("ids", ids)
                .bind("times", times)
                .bind("refusals", refusals)
                .execute());
  }
}
