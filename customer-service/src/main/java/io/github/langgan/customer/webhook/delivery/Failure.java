package io.github.langgan.customer.webhook.delivery;

/** Why an attempt did not arrive. */
enum Failure {
  /** It was answered, but not with 2xx. */
  STATUS,
  /** There was no answer in time. */
  TIMEOUT,
  /** Nobody listens there, or the connection broke. */
  CONNECTION,
  /** No certificate that we trust for that host, or no protocol in common. */
  TLS,
  /** Nothing is sent there: the host is unknown, or means no public address. */
  TARGET,
  /** Our own secret can't be opened: it was wrapped by a key that the service has no longer. */
  SECRET
}
