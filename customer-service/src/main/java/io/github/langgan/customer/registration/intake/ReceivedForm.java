package io.github.langgan.customer.registration.intake;

import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.Source;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** A form that means something, not taken in yet. */
record ReceivedForm(String externalId, Source source, Particulars said, FormDetails details) {

  private record Content(
      String externalId, Source source, FormCustomer said, FormDetails details) {}

  /**
   * Equal for forms that say the same, however they are written: the first half of a SHA-256 over
   * the JSON of its values.
   */
  UUID fingerprint() {
    byte[] content =
        EventJson.write(new Content(externalId, source, FormCustomer.of(said), details));
    ByteBuffer digest = ByteBuffer.wrap(sha256(content));
    return new UUID(digest.getLong(), digest.getLong());
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
