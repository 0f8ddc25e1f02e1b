package io.github.langgan.customer.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Equal for a registration and its repetition: the same particulars from the same registrant. The
 * form and its time are left out, since a repetition may state its own.
 *
 * @param value the first half of a SHA-256
 */
public record ReplayKey(UUID value) {

  /** Empty without an identifier: two persons may share all the rest. */
  public static Optional<ReplayKey> of(Particulars said, Registrant by) {
    if (said.identifiers().isEmpty()) {
      return Optional.empty();
    }
    MessageDigest digest = sha256();
    add(digest, by.partner());
    add(digest, said.kind().name());
    add(digest, said.name().full());
    add(digest, said.name().given());
    add(digest, said.name().family());
    add(digest, said.birthDate() == null ? null : said.birthDate().value().toString());
    for (Contact contact : said.contacts()) {
      add(digest, contact.type().name());
      add(digest, contact.value());
    }
    for (Identifier identifier : said.identifiers()) {
      add(digest, identifier.source());
      add(digest, identifier.value());
    }
    ByteBuffer half = ByteBuffer.wrap(digest.digest());
    return Optional.of(new ReplayKey(new UUID(half.getLong(), half.getLong())));
  }

  /** With its length, so that no two lists of texts look alike. */
  private static void add(MessageDigest digest, @Nullable String text) {
    byte[] bytes = text == null ? new byte[0] : text.getBytes(UTF_8);
    int length = text == null ? -1 : bytes.length;
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, length));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
