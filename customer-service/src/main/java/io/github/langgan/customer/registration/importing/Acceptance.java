package io.github.langgan.customer.registration.importing;

import java.util.UUID;

/** What came of a file that was received whole. */
sealed interface Acceptance {

  record Begun(UUID importId, UUID operation) implements Acceptance {}

  /** The same file was sent before, for the same purpose. */
  record BegunEarlier(UUID importId, UUID operation) implements Acceptance {}

  record KeyUsedForAnother() implements Acceptance {}
}
