package io.github.langgan.customer.registration.importing;

import io.github.langgan.chassis.problem.Problem;
import java.security.MessageDigest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What makes a request the same again: the sender's key, or else what it asks for.
 *
 * @param digest SHA-256 of all that it asks for, the file included
 */
record RequestKey(String client, String key, byte[] digest) {

  private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,255}");
  private static final String CONTENT = "the same content";

  static RequestKey of(String client, @Nullable String key, MessageDigest content) {
    byte[] digest = content.digest();
    return new RequestKey(
        client,
        key == null ? CONTENT + " " + java.util.HexFormat.of().formatHex(digest) : key,
        digest);
  }

  static void check(@Nullable String key) {
    if (key != null && !VISIBLE.matcher(key).matches()) {
      throw Problem.invalidParameter(
          "Idempotency-Key", "must be 1 to 255 visible ASCII characters");
    }
  }
}
