package io.github.langgan.customer.model.consent;

/** UU 27/2022 on the protection of personal data, article 20(2) a to f; GDPR, article 6(1). */
public enum LawfulBasis {
  CONSENT,
  CONTRACT,
  LEGAL_OBLIGATION,
  VITAL_INTERESTS,
  PUBLIC_TASK,
  LEGITIMATE_INTERESTS;

  /**
   * Whether it has to wait while data is only kept (UU 27/2022, article 11; GDPR, article 18(2)).
   */
  public boolean yieldsToRestriction() {
    return this != LEGAL_OBLIGATION && this != VITAL_INTERESTS;
  }

  /** Whether the customer's word against it counts. */
  public boolean yieldsToObjection() {
    return this == CONSENT || this == LEGITIMATE_INTERESTS;
  }
}
