package io.github.langgan.customer.webhook.replay;

/** How far a message is. */
enum DeliveryState {
  /** To be sent, for the first time or again. */
  WAITING,
  DELIVERED,
  /** Given up. */
  DEAD
}
