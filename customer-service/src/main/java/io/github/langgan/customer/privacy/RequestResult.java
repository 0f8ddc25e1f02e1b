package io.github.langgan.customer.privacy;

import java.util.UUID;

/** What came of the wish to open, verify or refuse a request. */
sealed interface RequestResult {

  record Done(UUID id) implements RequestResult {}

  record UnknownRequest() implements RequestResult {}

  record UnknownCustomer() implements RequestResult {}

  record UnknownPurpose() implements RequestResult {}

  /** Only an objection is against something in particular. */
  record OnlyForObjections(String field) implements RequestResult {}

  /** The record has no version of that number that came since the request. */
  record UnknownVersion() implements RequestResult {}

  /** Its data is not restricted. */
  record NotRestricted() implements RequestResult {}

  /** Nothing is left that could be asked for. */
  record CustomerErased() implements RequestResult {}

  /** The customer has asked for it, and it is not done yet. */
  record AlreadyOpen(UUID id) implements RequestResult {}

  /** It is too late for that. */
  record WrongStatus(RequestStatus status) implements RequestResult {}
}
