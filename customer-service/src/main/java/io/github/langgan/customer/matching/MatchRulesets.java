package io.github.langgan.customer.matching;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.langgan.customer.model.comparison.MatchWeights;
import io.github.langgan.customer.model.comparison.StoredWeights;
import io.github.langgan.customer.model.comparison.Thresholds;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** All versions of the rules; the last one is in force. */
@Singleton
class MatchRulesets {

  private final Jdbi jdbi;
  private final ObjectMapper json;
  private final Clock clock;

  MatchRulesets(Jdbi jdbi, ObjectMapper json, Clock clock) {
    this.jdbi = jdbi;
    this.json = json;
    this.clock = clock;
  }

  private record Row(int version, String weights, double reviewFrom, double sameFrom) {}

  MatchRules inForce() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT version, weights::text AS weights, review_from, same_from
                      FROM match_rules ORDER BY version DESC LIMIT 1
                    """)
                .mapTo(Row.class)
                .findOne()
                .map(this::rules)
                .orElse(MatchRules.INITIAL));
  }

  Optional<MatchRules> version(int version) {
    if (version == MatchRules.INITIAL.version()) {
      return Optional.of(MatchRules.INITIAL);
    }
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT version, weights::text AS weights, review_from, same_from
                      FROM match_rules WHERE version = :version
                    """)
                .bind("version", version)
                .mapTo(Row.class)
                .findOne()
                .map(this::rules));
  }

  /** The next version, in force from the transaction's end. */
  void add(MatchRules rules, String by) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO match_rules (version, weights, review_from, same_from, made_by, made_at)
                    VALUES (:version, :weights::jsonb, :reviewFrom, :sameFrom, :by, :at)
                    """)
                .bind("version", rules.version())
                .bind("weights", written(rules.weights()))
                .bind("reviewFrom", rules.thresholds().reviewFrom())
                .bind("sameFrom", rules.thresholds().sameFrom())
                .bind("by", by)
                .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                .execute());
  }

  private MatchRules rules(Row row) {
    try {
      return new MatchRules(
          row.version,
          json.readValue(row.weights, StoredWeights.class).weights(),
          new Thresholds(row.reviewFrom, row.sameFrom));
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("match rules of version " + row.version, unreadable);
    }
  }

  private String written(MatchWeights weights) {
    try {
      return json.writeValueAsString(StoredWeights.of(weights));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
