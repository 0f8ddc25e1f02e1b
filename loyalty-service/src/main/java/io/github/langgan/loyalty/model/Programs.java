package io.github.langgan.loyalty.model;

import io.github.langgan.loyalty.model.ledger.AccountKind;
import io.github.langgan.loyalty.model.ledger.Funding;
import io.github.langgan.loyalty.model.sql.Columns;
import io.github.langgan.loyalty.model.tier.TierScheme;
import io.github.langgan.loyalty.model.tier.TierSchemeRow;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** All programs, each with all its terms. */
@Singleton
public class Programs {

  private static final String SELECT =
      """
      SELECT p.id, p.name, p.currency, p.zone, p.earns_from, p.card_prefix, p.created_at, p.version,
             (SELECT jsonb_agg(jsonb_build_object('version', s.version,
                                                  'effectiveFrom', s.effective_from,
                                                  'says', s.says)
                               ORDER BY s.effective_from, s.version)::text
                FROM tier_scheme s WHERE s.program_id = p.id) AS tier_schemes
        FROM program p
      """;

  private final Jdbi jdbi;

  /** As they were read last; a program's version tells whether that is so still. */
  private final Map<ProgramId, Program> known = new ConcurrentHashMap<>();

  Programs(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  public Optional<Program> find(ProgramId id) {
    return read("WHERE p.id = :id", Map.of("id", id.value())).stream().findFirst();
  }

  public List<Program> named(String name) {
    return read("WHERE p.name = :name ORDER BY p.id", Map.of("name", name));
  }

  /** The newest first. */
  public List<Program> page(@Nullable ProgramId after, int limit) {
    return after == null
        ? read("ORDER BY p.id DESC LIMIT :limit", Map.of("limit", limit))
        : read(
            "WHERE p.id < :after ORDER BY p.id DESC LIMIT :limit",
            Map.of("after", after.value(), "limit", limit));
  }

  private record Version(UUID id, long version) {}

  public Map<ProgramId, Program> withIds(Collection<ProgramId> ids) {
    Map<ProgramId, Program> programs = new HashMap<>();
    List<UUID> outdated = new ArrayList<>();
    for (Version current : versions(ids)) {
      @Nullable Program program = known.get(new ProgramId(current.id()));
      if (program != null && program.version() == current.version()) {
        programs.put(program.id(), program);
      } else {
        outdated.add(current.id());
      }
    }
    if (!outdated.isEmpty()) {
      read("WHERE p.id = ANY(:ids)", Map.of("ids", outdated.toArray(UUID[]::new)))
          .forEach(program -> programs.put(program.id(), program));
      known.putAll(programs);
    }
    return programs;
  }

  public String nextCardPrefix() {
    return jdbi.withHandle(
        handle ->
            handle.createQuery("SELECT nextval('card_prefix')::text").mapTo(String.class).one());
  }

  /** Also makes the program's own accounts. Its card prefix is nobody else's. */
  public void add(Program program) {
    jdbi.useHandle(
        handle -> {
          handle
              .createUpdate(
                  """
                  INSERT INTO program (id, name, currency, zone, earns_from, card_prefix, created_at,
                                       version)
                  VALUES (:id, :name, :currency, :zone, :earnsFrom, :cardPrefix, :at, :version)
                  """)
              .bind("id", program.id().value())
              .bind("name", program.name())
              .bind("currency", program.currency())
              .bind("zone", program.zone().getId())
              .bind("earnsFrom", program.earnsFrom().name())
              .bind("cardPrefix", program.cardPrefix())
              .bind("at", program.createdAt().atOffset(ZoneOffset.UTC))
              .bind("version", program.version())
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
          program.terms().forEach(terms -> insert(handle, program.id(), terms));
        });
  }

  /** Nobody else writes terms of the program until the commit. */
  public Optional<Program> lock(ProgramId id) {
    return read("WHERE p.id = :id FOR UPDATE", Map.of("id", id.value())).stream().findFirst();
  }

  /** For a program that is locked. */
  public void add(ProgramId id, Terms terms) {
    jdbi.useHandle(
        handle -> {
          insert(handle, id, terms);
          handle
              .createUpdate("UPDATE program SET version = version + 1 WHERE id = :id")
              .bind("id", id.value())
              .execute();
        });
  }

  /** For a program that is locked. */
  public void add(ProgramId id, TierScheme scheme) {
    jdbi.useHandle(
        handle -> {
          handle
              .createUpdate(
                  """
                  INSERT INTO tier_scheme (program_id, version, effective_from, says)
                  VALUES (:program, :version, :effectiveFrom, :says::jsonb)
                  """)
              .bind("program", id.value())
              .bind("version", scheme.version())
              .bind("effectiveFrom", scheme.effectiveFrom().atOffset(ZoneOffset.UTC))
              .bind("says", TierSchemeRow.says(scheme))
              .execute();
          handle
              .createUpdate("UPDATE program SET version = version + 1 WHERE id = :id")
              .bind("id", id.value())
              .execute();
        });
  }

  private static void insert(Handle handle, ProgramId program, Terms terms) {
    handle
        .createUpdate(
            """
            INSERT INTO terms (program_id, version, active_from, promised)
            VALUES (:program, :version, :activeFrom, :promised::jsonb)
            """)
        .bind("program", program.value())
        .bind("version", terms.version())
        .bind("activeFrom", terms.activeFrom().atOffset(ZoneOffset.UTC))
        .bind("promised", TermsRow.promised(terms))
        .execute();
    openFunding(handle, program, terms.partnerShares());
  }

  /** An account with each partner, kept when later terms don't name it. */
  private static void openFunding(Handle handle, ProgramId program, List<PartnerShare> shares) {
    if (shares.isEmpty()) {
      return;
    }
    handle
        .createUpdate(
            """
            INSERT INTO account (id, kind, program_id, partner)
            SELECT id, :kind, :program, partner
              FROM unnest(:ids::uuid[], :partners::text[]) AS p(id, partner)
                ON CONFLICT (id) DO NOTHING
            """)
        .bind("kind", AccountKind.PARTNER_FUNDING.name())
        .bind("program", program.value())
        .bindMap(
            new Columns<>(shares)
                .uuids("ids", share -> Funding.accountOf(program, share))
                .texts("partners", PartnerShare::partner)
                .arrays())
        .execute();
  }

  private List<Version> versions(Collection<ProgramId> ids) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT id, version FROM program WHERE id = ANY(:ids)")
                .bind("ids", ids.stream().map(ProgramId::value).distinct().toArray(UUID[]::new))
                .mapTo(Version.class)
                .list());
  }

  private List<Program> read(String which, Map<String, ?> arguments) {
    return jdbi.withHandle(
        handle -> {
          List<ProgramRow> rows =
              handle.createQuery(SELECT + which).bindMap(arguments).mapTo(ProgramRow.class).list();
          Map<UUID, List<Terms>> terms = terms(handle, rows);
          return rows.stream().map(row -> row.with(terms.get(row.id()))).toList();
        });
  }

  private static Map<UUID, List<Terms>> terms(Handle handle, List<ProgramRow> programs) {
    return handle
        .createQuery(
            """
            SELECT program_id, version, active_from, promised::text AS promised FROM terms
             WHERE program_id = ANY(:programs) ORDER BY program_id, version
            """)
        .bind("programs", programs.stream().map(ProgramRow::id).toArray(UUID[]::new))
        .mapTo(TermsRow.class)
        .stream()
        .collect(
            Collectors.groupingBy(
                TermsRow::programId, Collectors.mapping(TermsRow::terms, Collectors.toList())));
  }

  private static List<AccountKind> ownAccounts() {
    return Arrays.stream(AccountKind.values())
        .filter(kind -> kind != AccountKind.MEMBER && kind != AccountKind.PARTNER_FUNDING)
        .toList();
  }
}
