package io.github.langgan.customer.webhook;

/** Whether events are taken for it, and sent. */
public enum WebhookState {
  ENABLED,
  DISABLED
}
