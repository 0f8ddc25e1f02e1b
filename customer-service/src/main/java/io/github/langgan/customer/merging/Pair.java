package io.github.langgan.customer.merging;

import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.DocumentedCustomer;

/** Two records that are to be one. Nobody else changes them until the transaction ends. */
record Pair(DocumentedCustomer documentedSurvivor, DocumentedCustomer documentedMerged) {

  Customer survivor() {
    return documentedSurvivor.customer();
  }

  Customer merged() {
    return documentedMerged.customer();
  }

  Survival under(Survivorship rules) {
    return rules.of(documentedSurvivor, documentedMerged);
  }
}
