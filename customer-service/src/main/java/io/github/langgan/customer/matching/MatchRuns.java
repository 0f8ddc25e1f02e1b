package io.github.langgan.customer.matching;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.langgan.customer.model.comparison.Thresholds;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The runs that were asked for, and what came out of them. */
@Singleton
class MatchRuns {

  private final Jdbi jdbi;
  private final ObjectMapper json;
  private final Clock clock;

  MatchRuns(Jdbi jdbi, ObjectMapper json, Clock clock) {
    this.jdbi = jdbi;
    this.json = json;
    this.clock = clock;
  }

  /** A row of {@code match_run}. */
  record Run(
      UUID id,
      boolean dryRun,
      boolean learn,
      double reviewFrom,
      double sameFrom,
      String requestedBy,
      Instant requestedAt,
      @Nullable Instant endedAt,
      @Nullable String result) {

    Thresholds thresholds() {
      return new Thresholds(reviewFrom, sameFrom);
    }
  }

  void add(UUID id, boolean learn, Thresholds thresholds, boolean dryRun, String by) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO match_run (id, dry_run, learn, review_from, same_from, requested_by,
                                           requested_at)
                    VALUES (:id, :dryRun, :learn, :reviewFrom, :sameFrom, :by, :at)
                    """)
                .bind("id", id)
                .bind("dryRun", dryRun)
                .bind("learn", learn)
                .bind("reviewFrom", thresholds.reviewFrom())
                .bind("sameFrom", thresholds.sameFrom())
                .bind("by", by)
                .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                .execute());
  }

  Optional<Run> find(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, dry_run, learn, review_from, same_from, requested_by, requested_at,
                           ended_at, result::text AS result
                      FROM match_run WHERE id = :id
                    """)
                .bind("id", id)
                .mapTo(Run.class)
                .findOne());
  }

  void end(UUID id, RunResult result) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "UPDATE match_run SET ended_at = :at, result = :result::jsonb WHERE id = :id")
                .bind("id", id)
                .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("result", written(result))
                .execute());
  }

  @Nullable RunResult result(Run run) {
    String written = run.result;
    if (written == null) {
      return null;
    }
    try {
      return json.readValue(written, RunResult.class);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("result of matching run " + run.id, unreadable);
    }
  }

  private String written(RunResult result) {
    try {
      return json.writeValueAsString(result);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
