package io.github.langgan.customer.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;

/** What customers are looked for by. */
public sealed interface Criterion {

  String BEFORE = "(:before::uuid IS NULL OR id < :before)";

  /**
   * @param ofPartner whether only what a partner knows of a customer is a way to find it
   */
  String condition(boolean ofPartner);

  void bindTo(Query query);

  record Any() implements Criterion {
    @Override
    public String condition(boolean ofPartner) {
      return "true";
    }

    @Override
    public void bindTo(Query query) {}
  }

  /** All who have it: contacts are shared. */
  record ReachedBy(Contact contact) implements Criterion {
    @Override
    public String condition(boolean ofPartner) {
      return "id IN (SELECT customer_id FROM customer_contact p WHERE lookup_key = :lookupKey"
          + (ofPartner ? " AND " + PartnersParts.CONTACT : "")
          + ")";
    }

    @Override
    public void bindTo(Query query) {
      query.bind("lookupKey", contact.lookupKey());
    }
  }

  record KnownAs(Identifier identifier) implements Criterion {
    @Override
    public String condition(boolean ofPartner) {
      return "id IN (SELECT customer_id FROM customer_identifier p"
          + " WHERE source = :source AND value = :value"
          + (ofPartner ? " AND " + PartnersParts.IDENTIFIER : "")
          + ")";
    }

    @Override
    public void bindTo(Query query) {
      query.bind("source", identifier.source()).bind("value", identifier.value());
    }
  }

  record OfKind(CustomerKind kind) implements Criterion {
    @Override
    public String condition(boolean ofPartner) {
      return "kind = :kind";
    }

    @Override
    public void bindTo(Query query) {
      query.bind("kind", kind.name());
    }
  }

  /** Registered by it. */
  record OfPartner(String name) implements Criterion {
    @Override
    public String condition(boolean ofPartner) {
      return "partner = :ofPartner";
    }

    @Override
    public void bindTo(Query query) {
      query.bind("ofPartner", name);
    }
  }

  /** Who was never told of is a prospect. */
  record InStage(Stage stage) implements Criterion {
    @Override
    public String condition(boolean ofPartner) {
      return stage == Stage.PROSPECT
          ? "NOT EXISTS (SELECT FROM customer_stage WHERE customer_id = id AND stage <> :stage)"
          : "id IN (SELECT customer_id FROM customer_stage WHERE stage = :stage)";
    }

    @Override
    public void bindTo(Query query) {
      query.bind("stage", stage.name());
    }
  }

  /** Of one language in all its scripts and regions, or of just what the tag names. */
  record Speaking(Language language) implements Criterion {
    @Override
    public String condition(boolean ofPartner) {
      String speaking = "(language = :language OR starts_with(language, :language || '-'))";
      return ofPartner ? speaking + " AND " + PartnersParts.WHOLE : speaking;
    }

    @Override
    public void bindTo(Query query) {
      query.bind("language", language.tag());
    }
  }

  /** Who did nothing for long, or all but those. */
  record Archived(boolean wanted) implements Criterion {
    @Override
    public String condition(boolean ofPartner) {
      return (wanted ? "" : "NOT ")
          + "EXISTS (SELECT FROM customer_archive a WHERE a.customer_id = id)";
    }

    @Override
    public void bindTo(Query query) {}
  }

  /** At that time or later. */
  record Later(Moment moment, Instant time) implements Criterion {
    @Override
    public String condition(boolean ofPartner) {
      return moment.column() + " >= :since" + moment;
    }

    @Override
    public void bindTo(Query query) {
      query.bind("since" + moment, time.atOffset(ZoneOffset.UTC));
    }
  }

  /** Before that time. */
  record Earlier(Moment moment, Instant time) implements Criterion {
    @Override
    public String condition(boolean ofPartner) {
      return moment.column() + " < :until" + moment;
    }

    @Override
    public void bindTo(Query query) {
      query.bind("until" + moment, time.atOffset(ZoneOffset.UTC));
    }
  }

  /** Of each sort one, at most. */
  record All(List<Criterion> criteria) implements Criterion {
    @Override
    public String condition(boolean ofPartner) {
      return criteria.stream()
          .map(criterion -> criterion.condition(ofPartner))
          .collect(Collectors.joining(" AND "));
    }

    @Override
    public void bindTo(Query query) {
      criteria.forEach(criterion -> criterion.bindTo(query));
    }
  }

  enum Moment {
    REGISTERED("registered_at"),
    CHANGED("changed_at");

    private final String column;

    Moment(String column) {
      this.column = column;
    }

    String column() {
      return column;
    }
  }
}
