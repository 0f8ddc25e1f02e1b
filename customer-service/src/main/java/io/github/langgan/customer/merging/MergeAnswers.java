package io.github.langgan.customer.merging;

import io.github.langgan.chassis.operation.Operations;
import io.github.langgan.chassis.sql.Columns;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Keeps how far each service is, in whatever order their answers come and however often. The first
 * answer counts.
 */
@Singleton
public class MergeAnswers {

  private static final String LOCK =
      "SELECT id FROM merge WHERE id = ANY(:ids) ORDER BY id FOR NO KEY UPDATE";

  private static final String DONE =
      """
      UPDATE merge_answer a SET answered_at = said.at::timestamptz, effects = said.effects::json
        FROM unnest(:ids::uuid[], :times::text[], :effects::text[]) AS said(id, at, effects)
       WHERE a.merge_id = said.id AND a.service = :service AND a.answered_at IS NULL
      """;

  private static final String UNDONE =
      """
      UPDATE merge_answer a SET undone_at = said.at::timestamptz,
             undo_effects = said.effects::json, conflicts = said.conflicts::json
        FROM unnest(:ids::uuid[], :times::text[], :effects::text[], :conflicts::text[])
               AS said(id, at, effects, conflicts)
       WHERE a.merge_id = said.id AND a.service = :service AND a.undone_at IS NULL
      """;

  private static final String PROGRESS =
      """
      SELECT m.id, m.operation_id, m.undo_operation_id, count(*) AS services,
             count(a.answered_at) AS answered, count(a.undone_at) AS undone
        FROM merge m JOIN merge_answer a ON a.merge_id = m.id
       WHERE m.id = ANY(:ids) GROUP BY m.id
      """;

  private final Jdbi jdbi;
  private final Operations operations;

  MergeAnswers(Jdbi jdbi, Operations operations) {
    this.jdbi = jdbi;
    this.operations = operations;
  }

  private record Progress(
      UUID id,
      UUID operationId,
      @Nullable UUID undoOperationId,
      long services,
      long answered,
      long undone) {}

  /** In the transaction that marks them as received. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void take(String service, List<Answer> answers) {
    Map<UUID, Answer> done = new LinkedHashMap<>();
    Map<UUID, Answer> undone = new LinkedHashMap<>();
    answers.forEach(
        answer -> (answer.undone() ? undone : done).putIfAbsent(answer.mergeId(), answer));
    UUID[] ids = answers.stream().map(Answer::mergeId).distinct().toArray(UUID[]::new);
    List<Progress> progress =
        jdbi.withHandle(
            handle -> {
              // the last two answers of a merge may come at once: one of them sees both
              handle.createQuery(LOCK).bind("ids", ids).mapTo(UUID.class).list();
              store(handle, DONE, service, done.values());
              store(handle, UNDONE, service, undone.values());
              return handle.createQuery(PROGRESS).bind("ids", ids).mapTo(Progress.class).list();
            });
    progress.forEach(this::report);
  }

  private static void store(Handle handle, String sql, String service, Collection<Answer> answers) {
    if (answers.isEmpty()) {
      return;
    }
    Columns<Answer> columns = Columns.of(answers);
    var update =
        handle
            .createUpdate(sql)
            .bind("service", service)
            .bind("ids", columns.uuids(Answer::mergeId))
            .bind("times", columns.texts(Answer::at))
            .bind("effects", columns.texts(Answer::effects));
    if (sql.equals(UNDONE)) {
      update.bind("conflicts", columns.texts(Answer::conflicts));
    }
    update.execute();
  }

  private void report(Progress merge) {
    report(merge, merge.operationId(), merge.answered());
    UUID undo = merge.undoOperationId();
    if (undo != null) {
      report(merge, undo, merge.undone());
    }
  }

  private void report(Progress merge, UUID operation, long done) {
    operations.progress(operation, done, 0, merge.services());
    if (done == merge.services()) {
      operations.finish(operation, URI.create("/v1/merges/" + merge.id()));
    }
  }
}
