package io.github.langgan.customer.model;

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
}
