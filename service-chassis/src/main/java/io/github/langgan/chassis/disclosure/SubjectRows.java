package io.github.langgan.chassis.disclosure;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.json.JsonParts;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Rows about data subjects as JSON, without what is null. */
@Singleton
public class SubjectRows {

  /** Both are there, whichever of them the query names. */
  private static final String AS_JSON =
      """
      WITH asked AS (SELECT :subjects::uuid[] AS subjects, :owners::uuid[] AS owners)
      SELECT jsonb_strip_nulls(to_jsonb(r))::text FROM (%s) r, asked
      """;

  private final Aliases aliases;
  private final Jdbi jdbi;

  SubjectRows(Aliases aliases, Jdbi jdbi) {
    this.aliases = aliases;
    this.jdbi = jdbi;
  }

  /**
   * @param queries as those of {@link HeldData}
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void addTo(JsonParts parts, Map<String, String> queries, Collection<UUID> subjects) {
    Set<UUID> owners = aliases.owners(subjects);
    queries.forEach((section, query) -> parts.add(section, rows(query, subjects, owners)));
  }

  private List<String> rows(String query, Collection<UUID> subjects, Collection<UUID> owners) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(AS_JSON.formatted(query))
                .bind("subjects", subjects.toArray(UUID[]::new))
                .bind("owners", owners.toArray(UUID[]::new))
                .mapTo(String.class)
                .list());
  }
}
