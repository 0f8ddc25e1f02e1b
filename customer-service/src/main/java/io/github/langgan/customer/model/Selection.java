package io.github.langgan.customer.model;

import org.jdbi.v3.core.statement.Query;

/** Of all customers those that fit and may be seen. Whatever lists customers asks here which. */
record Selection(Criterion criterion, Visibility visibility) {

  /** On columns of {@code customer}, unqualified. */
  String condition() {
    return "("
        + criterion.condition(visibility instanceof Visibility.RegisteredBy)
        + ") AND "
        + Customers.condition(visibility);
  }

  /** Whether a customer's partner and id tell all. */
  boolean isOfVisibilityOnly() {
    return criterion instanceof Criterion.Any;
  }

  void bindTo(Query query) {
    criterion.bindTo(query);
    Customers.bind(query, visibility);
  }
}
