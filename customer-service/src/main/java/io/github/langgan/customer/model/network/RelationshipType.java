package io.github.langgan.customer.model.network;

import static io.github.langgan.customer.model.CustomerKind.ORGANISATION;
import static io.github.langgan.customer.model.CustomerKind.PERSON;

import io.github.langgan.customer.model.CustomerKind;
import org.jspecify.annotations.Nullable;

/**
 * What {@code to} is to {@code from}: {@code from}'s EMPLOYER is {@code to}. The inverse says what
 * {@code from} is to {@code to}; where it is the same, the relationship has no direction.
 */
public enum RelationshipType {
  HOUSEHOLD("HOUSEHOLD", PERSON, PERSON),
  SPOUSE("SPOUSE", PERSON, PERSON),
  PARENT("CHILD", PERSON, PERSON),
  EMPLOYER("EMPLOYEE", PERSON, null),
  /** The employee who looks after a customer. */
  ACCOUNT_MANAGER("ACCOUNT", null, PERSON),
  /** By whom somebody heard of us. */
  REFERRED_BY("REFERRED", null, null),
  PARENT_ORGANISATION("SUBSIDIARY", ORGANISATION, ORGANISATION),
  /** Whom one speaks to at an organisation. */
  CONTACT_PERSON("REPRESENTED", ORGANISATION, PERSON),
  SUPPLIER("SUPPLIED", null, null),
  INVESTOR("INVESTMENT", ORGANISATION, null);

  private final String inverse;
  private final @Nullable CustomerKind from;
  private final @Nullable CustomerKind to;

  RelationshipType(String inverse, @Nullable CustomerKind from, @Nullable CustomerKind to) {
    this.inverse = inverse;
    this.from = from;
    this.to = to;
  }

  public String inverse() {
    return inverse;
  }

  /** Equal from both ends. */
  public boolean isSymmetric() {
    return inverse.equals(name());
  }

  public boolean mayStartAt(CustomerKind kind) {
    return from == null || from == kind;
  }

  public boolean mayEndAt(CustomerKind kind) {
    return to == null || to == kind;
  }
}
