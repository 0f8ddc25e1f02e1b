package io.github.langgan.customer.merging;

import io.github.langgan.chassis.duework.DueItem;
import io.github.langgan.chassis.duework.DueWorkHandler;
import io.github.langgan.chassis.operation.Operations;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Tells who asked which services have not said in time what a merge would do. */
@Singleton
class OverduePreviews implements DueWorkHandler {

  static final String KIND = "preview-merge";

  private static final ProblemType INCOMPLETE = ProblemType.of("preview-incomplete");

  private static final String OVERDUE =
      """
      UPDATE merge m SET overdue = true
       WHERE id = ANY(:ids) AND EXISTS (
               SELECT FROM merge_answer a WHERE a.merge_id = m.id AND a.answered_at IS NULL)
      RETURNING id, operation_id, ARRAY(
               SELECT service FROM merge_answer a
                WHERE a.merge_id = m.id AND a.answered_at IS NULL ORDER BY service) AS missing
      """;

  private final Jdbi jdbi;
  private final Operations operations;

  OverduePreviews(Jdbi jdbi, Operations operations) {
    this.jdbi = jdbi;
    this.operations = operations;
  }

  private record Overdue(UUID id, UUID operationId, List<String> missing) {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(List<DueItem> items) {
    UUID[] ids = items.stream().map(item -> UUID.fromString(item.subject())).toArray(UUID[]::new);
    jdbi.withHandle(
            handle -> {
              // an answer that is being stored is waited for
              handle
                  .createQuery(
                      "SELECT id FROM merge WHERE id = ANY(:ids) ORDER BY id FOR NO KEY UPDATE")
                  .bind("ids", ids)
                  .mapTo(UUID.class)
                  .list();
              return handle
                  .createQuery(OVERDUE)
                  .bind("ids", ids)
                  .map(
                      (row, context) ->
                          new Overdue(
                              row.getObject("id", UUID.class),
                              row.getObject("operation_id", UUID.class),
                              List.of((String[]) row.getArray("missing").getArray())))
                  .list();
            })
        .forEach(
            late ->
                operations.fail(
                    late.operationId(),
                    Problem.of(
                        INCOMPLETE,
                        "no answer from %s; what the others said: /v1/merges/%s"
                            .formatted(String.join(", ", late.missing()), late.id()))));
  }
}
