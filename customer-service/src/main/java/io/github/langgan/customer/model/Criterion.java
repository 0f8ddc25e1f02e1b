package io.github.langgan.customer.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;

/** What customers are looked for by. */
public sealed interface Criterion {

  String BEFORE = "(:before::uuid IS NULL OR id < :before)";

  String condition();

  void bindTo(Query query);

  record Any() implements Criterion {
    @Override
    public String condition() {
      return "true";
    }

    @Override
    public void bindTo(Query query) {}
  }

  /** All who have it: contacts are shared. */
  record ReachedBy(Contact contact) implements Criterion {
    @Override
    public String condition() {
      return "id IN (SELECT customer_id FROM customer_contact WHERE lookup_key = :lookupKey)";
    }

    @Override
    public void bindTo(Query query) {
      query.bind("lookupKey", contact.lookupKey());
    }
  }

  record KnownAs(Identifier identifier) implements Criterion {
    @Override
    public String condition() {
      return "id IN (SELECT customer_id FROM customer_identifier"
          + " WHERE source = :source AND value = :value)";
    }

    @Override
    public void bindTo(Query query) {
      query.bind("source", identifier.source()).bind("value", identifier.value());
    }
  }

  record OfKind(CustomerKind kind) implements Criterion {
    @Override
    public String condition() {
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
    public String condition() {
      return "partner = :ofPartner";
    }

    @Override
    public void bindTo(Query query) {
      query.bind("ofPartner", name);
    }
  }

  /** Of one language in all its scripts and regions, or of just what the tag names. */
  record Speaking(Language language) implements Criterion {
    @Override
    public String condition() {
      return "(language = :language OR starts_with(language, :language || '-'))";
    }

    @Override
    public void bindTo(Query query) {
      query.bind("language", language.tag());
    }
  }

  /** At that time or later. */
  record Later(Moment moment, Instant time) implements Criterion {
    @Override
    public String condition() {
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
    public String condition() {
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
    public String condition() {
      return criteria.stream().map(Criterion::condition).collect(Collectors.joining(" AND "));
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
