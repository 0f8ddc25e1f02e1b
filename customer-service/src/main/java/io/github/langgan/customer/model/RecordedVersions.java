package io.github.langgan.customer.model;

import io.github.langgan.chassis.sql.Columns;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** All versions of all customers, those that were replaced and those that stand. */
@Singleton
public class RecordedVersions {

  private static final String KEEP =
      "INSERT INTO customer_former SELECT * FROM customer_snapshot WHERE customer_id = ANY(:ids)";

  private static final String READ =
      """
      SELECT v.*, c.kind, k.full_name, k.given_name, k.family_name, k.birth_date, k.gender,
             k.occupation, k.language, part.*
        FROM (SELECT * FROM customer_version WHERE customer_id = :id AND %s
               ORDER BY version DESC LIMIT :limit) v
        JOIN customer c ON c.id = v.customer_id
        LEFT JOIN (SELECT * FROM customer_kept WHERE customer_id = :id) k ON k.version = v.version
        LEFT JOIN LATERAL (
          SELECT 1 AS part, position, type, value, address_lines, locality, region, postal_code,
                 country, NULL AS identifier_source, NULL AS label, since_version,
                 NULL::uuid AS since_record
            FROM jsonb_to_recordset(k.contacts)
                 AS contact (position int, type text, value text, address_lines text[],
                             locality text, region text, postal_code text, country text,
                             since_version int)
          UNION ALL
          SELECT 2, position, NULL, value, NULL, NULL, NULL, NULL, NULL, source, NULL,
                 since_version, NULL
            FROM jsonb_to_recordset(k.identifiers)
                 AS identifier (position int, source text, value text, since_version int)
          UNION ALL
          SELECT 3, position, NULL, text, NULL, NULL, NULL, NULL, NULL, NULL, label,
                 since_version, NULL
            FROM jsonb_to_recordset(k.notes)
                 AS note (position int, label text, text text, since_version int)) part ON true
       ORDER BY v.version DESC, part.part, part.position
      """;

  private final Jdbi jdbi;
  private final Confidences confidences;

  RecordedVersions(Jdbi jdbi, Confidences confidences) {
    this.jdbi = jdbi;
    this.confidences = confidences;
  }

  /** To be done in the transaction that replaces them, before it does. */
  public void keep(Handle handle, Collection<CustomerId> customers) {
    handle.createUpdate(KEEP).bind("ids", Columns.of(customers).uuids(CustomerId::value)).execute();
  }

  /**
   * Newest first.
   *
   * @param before null for all
   */
  public List<RecordedVersion> list(CustomerId id, @Nullable Integer before, int limit) {
    return jdbi.withHandle(
        handle ->
            read(
                handle
                    .createQuery(READ.formatted("(:before::int IS NULL OR version < :before)"))
                    .bind("id", id.value())
                    .bindByType("before", before, Integer.class)
                    .bind("limit", limit)));
  }

  /** Empty before the registration. */
  public Optional<RecordedVersion> asOf(CustomerId id, Instant time) {
    return jdbi.withHandle(
        handle ->
            read(
                    handle
                        .createQuery(READ.formatted("recorded_at <= :time"))
                        .bind("id", id.value())
                        .bind("time", time.atOffset(ZoneOffset.UTC))
                        .bind("limit", 1))
                .stream()
                .findFirst());
  }

  private record Kept(VersionRow version, @Nullable ParticularsRow said, Parts parts) {

    static Kept of(RowView row) {
      boolean kept = row.getColumn("full_name", String.class) != null;
      return new Kept(
          row.getRow(VersionRow.class),
          kept ? row.getRow(ParticularsRow.class) : null,
          Parts.noneOf(row.getColumn("customer_id", UUID.class)));
    }

    RecordedVersion with(Confidences confidences) {
      return new RecordedVersion(
          version.provenance(confidences),
          version.mergeId(),
          version.happenedOn(),
          said == null ? null : said.with(parts));
    }
  }

  private List<RecordedVersion> read(Query query) {
    LinkedHashMap<Integer, Kept> read =
        query.reduceRows(
            new LinkedHashMap<>(),
            (versions, row) -> {
              versions
                  .computeIfAbsent(row.getColumn("version", Integer.class), version -> Kept.of(row))
                  .parts()
                  .add(row);
              return versions;
            });
    return read.values().stream().map(kept -> kept.with(confidences)).toList();
  }
}
