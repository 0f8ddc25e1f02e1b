package io.github.langgan.profile.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.chassis.sql.Columns;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What happened with customers elsewhere. */
@Singleton
class TimelineEntries {

  private static final String ADD =
      """
      INSERT INTO timeline_entry (entry_id, customer_id, came_for, at, kind, type, subject_id,
             details)
      SELECT entry_id, customer_id, came_for, at::timestamptz, kind, type, subject_id, details::jsonb
        FROM unnest(:ids::uuid[], :customers::uuid[], :cameFor::uuid[], :times::text[],
               :kinds::text[], :types::text[], :subjects::uuid[], :details::text[])
             AS e(entry_id, customer_id, came_for, at, kind, type, subject_id, details)
      ON CONFLICT DO NOTHING
      """;

  private final Jdbi jdbi;

  TimelineEntries(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  void add(List<TimelineEntry> entries) {
    Columns<TimelineEntry> columns = Columns.of(entries);
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(ADD)
                .bind("ids", columns.uuids(TimelineEntry::entryId))
                .bind("customers", columns.uuids(entry -> entry.owner().customerId()))
                .bind("cameFor", columns.uuids(entry -> entry.owner().cameForOther()))
                .bind("times", columns.texts(TimelineEntry::at))
                .bind("kinds", columns.texts(TimelineEntry::kind))
                .bind("types", columns.texts(TimelineEntry::type))
                .bind("subjects", columns.uuids(TimelineEntry::subjectId))
                .bind(
                    "details",
                    columns.texts(entry -> new String(EventJson.write(entry.details()), UTF_8)))
                .execute());
  }
}
