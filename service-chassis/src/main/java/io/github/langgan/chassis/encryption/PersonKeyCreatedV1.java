package io.github.langgan.chassis.encryption;

import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.chassis.event.Topics;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a service encrypts a data subject's personal data with from now on.
 *
 * @param sharedWith whose data it encrypts as well: those who were merged into the data subject
 * @param wrappedBy name of the service key
 * @param wrapped AES Key Wrap (RFC 3394) of the 32 bytes, in Base64
 */
public record PersonKeyCreatedV1(
    UUID keyId,
    UUID dataSubject,
    @Nullable Set<UUID> sharedWith,
    String publisher,
    String wrappedBy,
    byte[] wrapped)
    implements PublishedEvent {

  public PersonKeyCreatedV1 {
    // a field of its own that older readers don't know, and needn't
    sharedWith = sharedWith == null || sharedWith.isEmpty() ? null : Set.copyOf(sharedWith);
  }

  public static final String TYPE = "person-key.created";

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public UUID key() {
    return keyId;
  }

  @Override
  public String topic() {
    return Topics.KEYS;
  }

  @Override
  public Long sequence() {
    return 1L;
  }
}
