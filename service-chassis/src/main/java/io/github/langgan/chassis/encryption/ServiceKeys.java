package io.github.langgan.chassis.encryption;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
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

  /**
   * Keys that are good for nothing else: HKDF-Expand (RFC 5869) of the service keys, which are
   * random, with the purpose as its info.
   */
  public DerivedKeys derived(String purpose) {
    Map<String, SecretKey> derived = new LinkedHashMap<>();
    byName.forEach((name, key) -> derived.put(name, expand(key, purpose)));
    return new DerivedKeys(byName.keySet().iterator().next(), Map.copyOf(derived));
  }

  private static SecretKey expand(SecretKey key, String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      return new SecretKeySpec(mac.doFinal(new byte[] {1}), "HKDF");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A new key of 32 bytes. */
  public DrawnKey draw() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    SecretKey key = new SecretKeySpec(bytes, "AES");
    var current = byName.entrySet().iterator().next();
    try {
      Cipher cipher = Cipher.getInstance("AESWrap");
      cipher.init(Cipher.WRAP_MODE, current.getValue());
      return new DrawnKey(key, new WrappedKey(current.getKey(), cipher.wrap(key)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Throws when the service key is not stated here, or is another one of that name. */
  public SecretKey unwrap(WrappedKey wrapped) {
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
