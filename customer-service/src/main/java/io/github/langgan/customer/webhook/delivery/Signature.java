package io.github.langgan.customer.webhook.delivery;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The header webhook-signature: one signature by each secret. */
final class Signature {

  private Signature() {}

  static String of(String id, Instant at, String body, List<byte[]> secrets) {
    List<String> signatures = new ArrayList<>(secrets.size());
    try {
      for (byte[] secret : secrets) {
        signatures.add(new Webhook(secret).sign(id, at.getEpochSecond(), body));
      }
    } catch (EmptyWebhookSecretException | WebhookSigningException impossible) {
      throw new IllegalStateException(impossible);
    }
    return String.join(" ", signatures);
  }
}
