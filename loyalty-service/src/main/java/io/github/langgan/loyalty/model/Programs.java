package io.github.langgan.loyalty.model;

import io.github.langgan.loyalty.model.ledger.AccountKind;
import io.github.langgan.loyalty.model.rule.EarningRule;
import io.github.langgan.loyalty.model.sql.Columns;
import jakarta.inject.Singleton;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** All programs, each with the rule that is in force. */
@Singleton
public class Programs {

  private static final String SELECT =
      """
      SELECT p.id, p.name, p.currency, p.zone, p.validity_months, p.validity_days, p.rounding,
             p.earns_from, p.card_prefix, p.created_at, p.version,
             r.version AS rule_version, r.per, r.expression
        FROM program p
       CROSS JOIN LATERAL (SELECT version, per, expression FROM earning_rule
                            WHERE program_id = p.id ORDER BY version DESC LIMIT 1) r
      """;

  private final Jdbi jdbi;

  Programs(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  public Optional<Program> find(ProgramId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "WHERE p.id = :id")
                .bind("id", id.value())
                .mapTo(ProgramRow.class)
                .findOne()
                .map(ProgramRow::program));
  }

  public List<Program> named(String name) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "WHERE p.name = :name ORDER BY p.id")
                .bind("name", name)
                .mapTo(ProgramRow.class)
                .map(ProgramRow::program)
                .list());
  }

  public Map<ProgramId, Program> withIds(Collection<ProgramId> ids) {
    return jdbi
        .withHandle(
            handle ->
                handle
                    .createQuery(SELECT + "WHERE p.id = ANY(:ids)")
                    .bind("ids", ids.stream().map(ProgramId::value).distinct().toArray(UUID[]::new))
                    .mapTo(ProgramRow.class)
                    .map(ProgramRow::program)
                    .list())
        .stream()
        .collect(Collectors.toMap(Program::id, Function.identity()));
  }

  /** The newest first. */
  public List<Program> page(@Nullable ProgramId after, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + "WHERE (:after::uuid IS NULL OR p.id < :after) ORDER BY p.id DESC LIMIT :limit")
                .bind("after", after == null ? null : after.value())
                .bind("limit", limit)
                .mapTo(ProgramRow.class)
                .map(ProgramRow::program)
                .list());
  }

  /** The rule that was in force when something was rated under its version. */
  public EarningRule rule(ProgramId program, int version) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT version, per, expression FROM earning_rule
                     WHERE program_id = :program AND version = :version
                    """)
                .bind("program", program.value())
                .bind("version", version)
                .mapTo(EarningRule.class)
                .one());
  }

  public String nextCardPrefix() {
    return jdbi.withHandle(
        handle ->
            handle.createQuery("SELECT nextval('card_prefix')::text").mapTo(String.class).one());
  }

  /** Also makes the program's own accounts. False when the card prefix is another program's. */
  public boolean add(Program program) {
    return jdbi.withHandle(
        handle -> {
          @Nullable Period validity =
              program.validity() == null ? null : program.validity().period();
          int added =
              handle
                  .createUpdate(
                      """
                      INSERT INTO program (id, name, currency, zone, validity_months, validity_days,
                                           rounding, earns_from, card_prefix, created_at, version)
                      VALUES (:id, :name, :currency, :zone, :months, :days, :rounding, :earnsFrom,
                              :cardPrefix, :at, :version)
                      ON CONFLICT (card_prefix) DO NOTHING
                      """)
                  .bind("id", program.id().value())
                  .bind("name", program.name())
                  .bind("currency", program.currency())
                  .bind("zone", program.zone().getId())
                  .bind("months", validity == null ? null : positive(validity.getMonths()))
                  .bind("days", validity == null ? null : positive(validity.getDays()))
                  .bind("rounding", program.rounding().name())
                  .bind("earnsFrom", program.earnsFrom().name())
                  .bind("cardPrefix", program.cardPrefix())
                  .bind("at", program.createdAt().atOffset(ZoneOffset.UTC))
                  .bind("version", program.version())
                  .execute();
          if (added == 0) {
            return false;
          }
          handle
              .createUpdate(
                  """
                  INSERT INTO earning_rule (program_id, version, per, expression, active_from)
                  VALUES (:program, :version, :per, :expression, :at)
                  """)
              .bind("program", program.id().value())
              .bind("version", program.rule().version())
              .bind("per", program.rule().per().name())
              .bind("expression", program.rule().expression())
              .bind("at", program.createdAt().atOffset(ZoneOffset.UTC))
              .execute();
          handle
              .createUpdate(
                  """
                  INSERT INTO account (id, kind, program_id)
                  SELECT id, kind, :program FROM unnest(:ids::uuid[], :kinds::text[]) AS a(id, kind)
                  """)
              .bind("program", program.id().value())
              .bindMap(
                  new Columns<>(ownAccounts())
                      .uuids("ids", kind -> kind.idFor(program.id()))
                      .texts("kinds", AccountKind::name)
                      .arrays())
              .execute();
          return true;
        });
  }

  private static List<AccountKind> ownAccounts() {
    return Arrays.stream(AccountKind.values()).filter(kind -> kind != AccountKind.MEMBER).toList();
  }

  private static @Nullable Integer positive(int number) {
    return number == 0 ? null : number;
  }
}
