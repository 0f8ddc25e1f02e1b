package io.github.langgan.loyalty.simulating.terms;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.ProgramId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Singleton
class Simulations {

  private final Jdbi jdbi;
  private final Clock clock;

  Simulations(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  record Row(
      UUID id,
      UUID programId,
      int version,
      Instant periodFrom,
      Instant periodTo,
      @Nullable Instant finishedAt,
      @Nullable UUID lastId,
      String totals) {

    Simulation simulation() {
      return new Simulation(
          id,
          new ProgramId(programId),
          version,
          periodFrom,
          periodTo,
          finishedAt,
          lastId == null ? null : new MembershipId(lastId),
          EventJson.read(totals.getBytes(UTF_8), Totals.class));
    }
  }

  void add(UUID id, ProgramId program, SimulateTermsRequest request) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO terms_simulation (id, program_id, version, period_from, period_to,
                                                  started_at, totals)
                    VALUES (:id, :program, :version, :from, :to, :now, :totals::jsonb)
                    """)
                .bind("id", id)
                .bind("program", program.value())
                .bind("version", request.version())
                .bind("from", request.from().atOffset(ZoneOffset.UTC))
                .bind("to", request.to().atOffset(ZoneOffset.UTC))
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("totals", json(Totals.NONE))
                .execute());
  }

  Optional<Simulation> find(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, program_id, version, period_from, period_to, finished_at, last_id,
                           totals::text AS totals
                      FROM terms_simulation WHERE id = :id
                    """)
                .bind("id", id)
                .mapTo(Row.class)
                .findOne()
                .map(Row::simulation));
  }

  /**
   * @param last null: all members were looked at
   */
  void update(UUID id, @Nullable MembershipId last, Totals totals) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE terms_simulation
                       SET last_id = coalesce(:last, last_id), totals = :totals::jsonb,
                           finished_at = CASE WHEN :last::uuid IS NULL THEN :now END
                     WHERE id = :id
                    """)
                .bind("id", id)
                .bindByType("last", last == null ? null : last.value(), UUID.class)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("totals", json(totals))
                .execute());
  }

  private static String json(Totals totals) {
    return new String(EventJson.write(totals), UTF_8);
  }
}
