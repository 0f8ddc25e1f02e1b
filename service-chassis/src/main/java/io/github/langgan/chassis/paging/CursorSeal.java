package io.github.langgan.chassis.paging;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Makes cursors opaque, and refuses those that were edited or come from another listing. The key
 * ({@code langgan.paging.key}, the same in all replicas) guards no secret: a cursor holds only
 * positions that the caller has seen.
 */
final class CursorSeal {

  private static final int SEAL_BYTES = 8;
  private static final int LONGEST = 1024;
  private static final String SEPARATOR = "\u001f";

  private CursorSeal() {}

  static String seal(Cursor cursor, String listing) {
    var values = String.join(SEPARATOR, cursor.values()).getBytes(StandardCharsets.UTF_8);
    var sealed = Arrays.copyOf(code(values, listing), SEAL_BYTES + values.length);
    System.arraycopy(values, 0, sealed, SEAL_BYTES, values.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  static Cursor open(String token, String listing) {
    var bytes = decode(token);
    var values = Arrays.copyOfRange(bytes, SEAL_BYTES, bytes.length);
    var seal = Arrays.copyOf(bytes, SEAL_BYTES);
    if (!MessageDigest.isEqual(seal, code(values, listing))) {
      throw Problem.of(Problems.INVALID_CURSOR);
    }
    return new Cursor(List.of(new String(values, StandardCharsets.UTF_8).split(SEPARATOR, -1)));
  }

  private static byte[] decode(String token) {
    try {
      var bytes = token.length() > LONGEST ? new byte[0] : Base64.getUrlDecoder().decode(token);
      // decoders are lenient about trailing bits; one position has one cursor
      if (bytes.length >= SEAL_BYTES
          && Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(token)) {
        return bytes;
      }
    } catch (IllegalArgumentException notBase64) {
      // answered below
    }
    throw Problem.of(Problems.INVALID_CURSOR);
  }

  private static byte[] code(byte[] values, String listing) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Key.BYTES, "HmacSHA256"));
      mac.update(listing.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return Arrays.copyOf(mac.doFinal(values), SEAL_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Key {
    static final byte[] BYTES =
        ConfigProvider.getConfig()
            .getOptionalValue("langgan.paging.key", String.class)
            .orElse("langgan")
            .getBytes(StandardCharsets.UTF_8);
  }
}
