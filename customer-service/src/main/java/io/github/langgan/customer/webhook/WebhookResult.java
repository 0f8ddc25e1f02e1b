package io.github.langgan.customer.webhook;

import org.jspecify.annotations.Nullable;

/** What came of a registration or a change. */
sealed interface WebhookResult {

  /**
   * @param secret of a new one; told this once
   */
  record Registered(Webhook webhook, @Nullable String secret) implements WebhookResult {}

  record Changed(Webhook webhook) implements WebhookResult {}

  /** It is there, and so. */
  record AsWanted(Webhook webhook) implements WebhookResult {}

  /** Another one of the same owner leads to that URL. */
  record UrlTaken(@Nullable Webhook other) implements WebhookResult {}

  record TooMany(int most) implements WebhookResult {}

  /** There is none, or none that the caller may see. */
  record Unknown() implements WebhookResult {}
}
