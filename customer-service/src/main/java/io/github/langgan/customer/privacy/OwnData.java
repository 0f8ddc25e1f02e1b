package io.github.langgan.customer.privacy;

import io.github.langgan.chassis.disclosure.SubjectRows;
import io.github.langgan.chassis.json.JsonParts;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What customer-service holds of a customer, as rows of JSON. */
@Singleton
class OwnData {

  private static final int MOST_BYTES = 4_000_000;

  /** What the customer said of itself, or somebody for it. */
  private static final Map<String, String> GIVEN = new LinkedHashMap<>();

  /** What we made of it. */
  private static final Map<String, String> OURS = new LinkedHashMap<>();

  static {
    GIVEN.put(
        "records",
        """
        SELECT id AS "customerId", kind, full_name AS "fullName", given_name AS "givenName",
               family_name AS "familyName", birth_date AS "birthDate", gender, occupation, language,
               form, partner, received_at AS "receivedAt", registered_at AS "registeredAt"
          FROM customer WHERE id = ANY(:subjects) ORDER BY id
        """);
    GIVEN.put(
        "contacts",
        """
        SELECT customer_id AS "customerId", type, value, address_lines AS "lines", locality, region,
               postal_code AS "postalCode", country
          FROM customer_contact WHERE customer_id = ANY(:subjects) ORDER BY customer_id, position
        """);
    GIVEN.put(
        "identifiers",
        """
        SELECT customer_id AS "customerId", source, value
          FROM customer_identifier WHERE customer_id = ANY(:subjects) ORDER BY customer_id, position
        """);
    GIVEN.put(
        "consentActs",
        """
        SELECT customer_id AS "customerId", kind, purpose, channels, text_version AS "textVersion",
               text_language AS "textLanguage", effective_at AS "effectiveAt",
               expires_at AS "expiresAt", recorded_at AS "recordedAt", proof_method AS "proofMethod",
               proof_reference AS "proofReference", reason
          FROM consent_act WHERE customer_id = ANY(:subjects) ORDER BY effective_at, id
        """);
    GIVEN.put(
        "intakes",
        """
        SELECT id AS "intakeId", customer_id AS "customerId", form, external_id AS "externalId",
               partner, received_at AS "receivedAt", said, details
          FROM intake WHERE customer_id = ANY(:subjects) ORDER BY id
        """);
    OURS.put(
        "activity",
        """
        SELECT c.id AS "customerId", a.last_at AS "lastActiveAt", v.rule AS "archivedBy",
               v.archived_at AS "archivedAt"
          FROM customer c
          LEFT JOIN customer_activity a ON a.customer_id = c.id
          LEFT JOIN customer_archive v ON v.customer_id = c.id
         WHERE c.id = ANY(:subjects) AND (a.last_at IS NOT NULL OR v.rule IS NOT NULL)
         ORDER BY c.id
        """);
    OURS.put(
        "deaths",
        """
        SELECT customer_id AS "customerId", died_on AS "diedOn", since, form,
               received_at AS "receivedAt", reported_at AS "reportedAt", revoked_at AS "revokedAt"
          FROM customer_death WHERE customer_id = ANY(:subjects) ORDER BY id
        """);
    OURS.put(
        "notes",
        """
        SELECT customer_id AS "customerId", label, text
          FROM customer_note WHERE customer_id = ANY(:subjects) ORDER BY customer_id, position
        """);
    OURS.put(
        "formerVersions",
        """
        SELECT customer_id AS "customerId", version, full_name AS "fullName",
               given_name AS "givenName", family_name AS "familyName", birth_date AS "birthDate",
               gender, occupation, language, contacts, identifiers, notes
          FROM customer_former WHERE customer_id = ANY(:subjects) ORDER BY customer_id, version
        """);
    OURS.put(
        "parties",
        """
        SELECT p.id AS "partyId", p.customer_id AS "customerId", p.kind, p.full_name AS "fullName",
               (SELECT jsonb_agg(jsonb_build_object('type', type, 'value', value) ORDER BY position)
                  FROM party_contact WHERE party_id = p.id) AS contacts,
               (SELECT jsonb_agg(jsonb_build_object('source', source, 'value', value)
                                 ORDER BY position)
                  FROM party_identifier WHERE party_id = p.id) AS identifiers,
               (SELECT jsonb_agg(jsonb_build_object('role', role, 'validFrom', valid_from,
                                                    'validUntil', valid_until)
                                 ORDER BY role, valid_from)
                  FROM party_role WHERE party_id = p.id) AS roles
          FROM party p WHERE p.customer_id = ANY(:subjects) ORDER BY p.id
        """);
    // the other end by its id only: who it is concerns another person
    OURS.put(
        "relationships",
        """
        WITH own AS (
          SELECT unnest(:subjects::uuid[]) AS id
          UNION ALL SELECT id FROM party WHERE customer_id = ANY(:subjects))
        SELECT r.id AS "relationshipId", r.type, r.from_node AS "from", r.to_node AS "to",
               r.valid_from AS "validFrom", r.valid_until AS "validUntil", r.strength,
               r.confirmed_on AS "confirmedOn", r.form, r.received_at AS "receivedAt",
               r.end_reason AS "endReason"
          FROM relationship r
         WHERE r.from_node IN (SELECT id FROM own) OR r.to_node IN (SELECT id FROM own)
         ORDER BY r.id
        """);
    OURS.put(
        "stages",
        """
        SELECT customer_id AS "customerId", stage, since
          FROM customer_stage WHERE customer_id = ANY(:subjects) ORDER BY customer_id
        """);
    OURS.put(
        "updateRequests",
        """
        SELECT id AS "updateRequestId", customer_id AS "customerId", opened_at AS "openedAt",
               expires_at AS "expiresAt", revoked_at AS "revokedAt", answer,
               answered_at AS "answeredAt"
          FROM update_request WHERE customer_id = ANY(:subjects) ORDER BY id
        """);
    OURS.put(
        "privacyRequests",
        """
        SELECT id AS "privacyRequestId", kind, status, received_at AS "receivedAt", reason
          FROM privacy_request WHERE customer_id = ANY(:subjects) ORDER BY id
        """);
  }

  private final SubjectRows rows;

  OwnData(SubjectRows rows) {
    this.rows = rows;
  }

  /**
   * @param all also what we made of it
   */
  @Transactional(Transactional.TxType.MANDATORY)
  List<String> of(Collection<UUID> subjects, boolean all) {
    JsonParts parts = new JsonParts(MOST_BYTES);
    rows.addTo(parts, GIVEN, subjects);
    if (all) {
      rows.addTo(parts, OURS, subjects);
    }
    return parts.parts();
  }
}
