package io.github.langgan.chassis.encryption;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The keys that all services of an installation share, and nobody else has. The first wraps new
 * keys (AES Key Wrap, RFC 3394); the others open what they wrapped before. Refuses to start without
 * one, and in production with the one that everybody knows.
 */
@Startup
@Singleton
public class ServiceKeys {

  /** Of the local stack and of tests. */
  static final String KNOWN_TO_ALL = "local";

  private static final int BYTES = 32;

  private final Map<String, SecretKey> byName = new LinkedHashMap<>();
  private final SecureRandom random = new SecureRandom();

  /**
   * @param stated each {@code name:key}, the key being 32 random bytes in Base64
   */
  ServiceKeys(
      @ConfigProperty(name = "langgan.encryption.service-keys") Optional<List<String>> stated,
      @ConfigProperty(name = "langgan.local-stack", defaultValue = "false") boolean localStack) {
    stated.orElse(List.of()).forEach(this::add);
    if (byName.isEmpty()) {
      throw new IllegalStateException(
          "Not started: no service key. Set LANGGAN_ENCRYPTION_SERVICE_KEYS to name:key, the key"
              + " being 32 random bytes in Base64, the same for all services.");
    }
    if (LaunchMode.current() == LaunchMode.NORMAL
        && !localStack
        && byName.containsKey(KNOWN_TO_ALL)) {
      throw new IllegalStateException(
          "Not started: the service key named local is the one that everybody knows.");
    }
  }

  private void add(String stated) {
    int colon = stated.indexOf(':');
    byte[] key = colon < 1 ? new byte[0] : decoded(stated.substring(colon + 1).strip());
    if (key.length != BYTES) {
      throw new IllegalStateException(
          "Not started: a service key is not stated as name:key with 32 bytes in Base64.");
    }
    byName.put(stated.substring(0, colon).strip(), new SecretKeySpec(key, "AES"));
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  /** A new key. */
  WrappedKey draw() {
    byte[] key = new byte[BYTES];
    random.nextBytes(key);
    var current = byName.entrySet().iterator().next();
    try {
      Cipher cipher = Cipher.getInstance("AESWrap");
      cipher.init(Cipher.WRAP_MODE, current.getValue());
      return new WrappedKey(current.getKey(), cipher.wrap(new SecretKeySpec(key, "AES")));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Throws when the service key is not stated here, or is another one of that name. */
  SecretKey unwrap(WrappedKey wrapped) {
    SecretKey by = byName.get(wrapped.by());
    if (by == null) {
      throw new IllegalStateException("no service key named " + wrapped.by() + " is stated");
    }
    try {
      Cipher cipher = Cipher.getInstance("AESWrap");
      cipher.init(Cipher.UNWRAP_MODE, by);
      Key key = cipher.unwrap(wrapped.bytes(), "AES", Cipher.SECRET_KEY);
      return (SecretKey) key;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the service key " + wrapped.by() + " is another one", e);
    }
  }
}
