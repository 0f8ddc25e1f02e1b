package io.github.langgan.customer.model.network;

/** What a party is to the company. */
public enum PartyRole {
  SUPPLIER,
  INVESTOR,
  /** Its systems may call our API. */
  PARTNER,
  EMPLOYEE,
  DISTRIBUTOR,
  ADVISER,
  /** An authority that the company answers to. */
  REGULATOR
}
