package io.github.langgan.customer.directory;

/** What a list does with archived customers. */
enum ArchivedCustomers {
  EXCLUDED,
  INCLUDED,
  ONLY
}
