package io.github.langgan.customer.privacy;

import io.github.langgan.customer.model.network.ForgottenCustomers;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes a customer's records out of all tables. What refers to a customer goes with its row, so a
 * table that is added later is erased as well, or refuses the erasure.
 */
@Singleton
class ErasedRecords {

  private static final String COUNT =
      """
      SELECT (SELECT count(*) FROM customer WHERE id = ANY(:ids)) AS customers,
             (SELECT count(*) FROM customer_contact WHERE customer_id = ANY(:ids)) AS contacts,
             (SELECT count(*) FROM customer_identifier WHERE customer_id = ANY(:ids)) AS identifiers,
             (SELECT count(*) FROM customer_note WHERE customer_id = ANY(:ids)) AS notes,
             (SELECT count(*) FROM intake WHERE customer_id = ANY(:ids)) AS intakes,
             (SELECT count(*) FROM customer_former WHERE customer_id = ANY(:ids)) AS former_versions,
             (SELECT count(*) FROM update_request WHERE customer_id = ANY(:ids)) AS update_requests,
             (SELECT count(*) FROM match_pair WHERE one = ANY(:ids) OR other = ANY(:ids)) AS matches
      """;

  /** What the customer said counts still; who it was, and in what words, doesn't. */
  private static final String KEEP_CONSENT_ACTS =
      """
      UPDATE consent_act
         SET erased_customer = customer_id, customer_id = NULL, proof_reference = NULL,
             reason = NULL, who = CASE reporter WHEN 'CUSTOMER' THEN '' ELSE who END
       WHERE customer_id = ANY(:ids)
      """;

  private static final String BLANK_REVERSALS =
      "UPDATE merge SET survivor_before = '{}' WHERE survivor_id = ANY(:ids) AND NOT proposal";

  private static final String BLANK_CONFLICTS =
      """
      UPDATE merge_answer a SET conflicts = '[]'
        FROM merge m
       WHERE (m.survivor_id = ANY(:ids) OR m.merged_id = ANY(:ids))
         AND a.merge_id = m.id AND a.service = 'customer' AND a.conflicts IS NOT NULL
      """;

  /**
   * Customers with which one of these was once merged had its values meanwhile: those versions go.
   * Each merge brought a version, and its undoing another.
   */
  private static final String FORGET_SHARED_VERSIONS =
      """
      WITH RECURSIVE had (id) AS (
        SELECT unnest(:ids::uuid[])
        UNION
        SELECT m.survivor_id FROM merge m JOIN had ON m.merged_id = had.id
      ), shared AS (
        SELECT m.survivor_id, m.survivor_version AS since, max(c.version) AS until
          FROM merge m
          JOIN had ON m.merged_id = had.id
          JOIN customer_correction c ON c.customer_id = m.survivor_id AND c.merge_id = m.id
         WHERE m.undone_at IS NOT NULL AND m.survivor_id <> ALL(:ids)
         GROUP BY m.id
      )
      DELETE FROM customer_former f USING shared s
       WHERE f.customer_id = s.survivor_id AND f.version >= s.since AND f.version < s.until
      """;

  private static final String DELETE = "DELETE FROM customer WHERE id = ANY(:ids)";

  private final Jdbi jdbi;

  ErasedRecords(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * How much there was.
   *
   * @param consentActs that are kept, without the customer
   */
  record Counts(Map<String, Long> erased, long consentActs) {

    Counts and(ForgottenCustomers.Forgotten network) {
      Map<String, Long> all = new LinkedHashMap<>(erased);
      all.put("relationships", (long) network.relationships());
      all.put("parties", (long) network.parties().size());
      return new Counts(all, consentActs);
    }
  }

  /** The customer and the records that were merged into it; nobody changes them meanwhile. */
  List<UUID> lock(UUID customer) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id FROM customer WHERE id = :id OR merged_into = :id
                     ORDER BY id FOR UPDATE
                    """)
                .bind("id", customer)
                .mapTo(UUID.class)
                .list());
  }

  Counts erase(Collection<UUID> records) {
    UUID[] ids = records.toArray(UUID[]::new);
    return jdbi.withHandle(
        handle -> {
          Map<String, Long> erased = count(handle, ids);
          long acts = execute(handle, KEEP_CONSENT_ACTS, ids);
          erased.put("mergedVersions", execute(handle, FORGET_SHARED_VERSIONS, ids));
          execute(handle, BLANK_REVERSALS, ids);
          execute(handle, BLANK_CONFLICTS, ids);
          execute(handle, DELETE, ids);
          return new Counts(erased, acts);
        });
  }

  private static Map<String, Long> count(Handle handle, UUID[] ids) {
    return handle
        .createQuery(COUNT)
        .bind("ids", ids)
        .map(
            (row, context) -> {
              Map<String, Long> counts = new LinkedHashMap<>();
              counts.put("customers", row.getLong("customers"));
              counts.put("contacts", row.getLong("contacts"));
              counts.put("identifiers", row.getLong("identifiers"));
              counts.put("notes", row.getLong("notes"));
              counts.put("intakes", row.getLong("intakes"));
              counts.put("formerVersions", row.getLong("former_versions"));
              counts.put("updateRequests", row.getLong("update_requests"));
              counts.put("matches", row.getLong("matches"));
              return counts;
            })
        .one();
  }

  private static long execute(Handle handle, String sql, UUID[] ids) {
    return handle.createUpdate(sql).bind("ids", ids).execute();
  }
}
