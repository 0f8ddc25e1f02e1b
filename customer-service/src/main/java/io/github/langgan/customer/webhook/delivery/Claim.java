package io.github.langgan.customer.webhook.delivery;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Messages that this process sends now.
 *
 * @param secrets by webhook
 */
record Claim(UUID id, List<Message> messages, Map<UUID, List<byte[]>> secrets) {

  List<byte[]> secretsOf(Message message) {
    return secrets.getOrDefault(message.webhookId(), List.of());
  }
}
