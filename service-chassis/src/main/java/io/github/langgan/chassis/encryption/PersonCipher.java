package io.github.langgan.chassis.encryption;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/** JSON Web Encryption in its compact form (RFC 7516): AES-256-GCM, directly with the key. */
public final class PersonCipher {

  private static final AlgorithmConstraints DIRECT =
      new AlgorithmConstraints(ConstraintType.PERMIT, KeyManagementAlgorithmIdentifiers.DIRECT);
  private static final AlgorithmConstraints AES_GCM =
      new AlgorithmConstraints(
          ConstraintType.PERMIT, ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);

  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
  private static final String HEADER =
      BASE64URL.encodeToString("{\"alg\":\"dir\",\"enc\":\"A256GCM\"}".getBytes(US_ASCII));
  private static final String NO_ENCRYPTED_KEY = "";
  private static final int IV_BYTES = 12;
  private static final int TAG_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private PersonCipher() {}

  /** Not by jose4j, which would spend more time on Base64 than on AES. */
  public static String encrypt(byte[] json, Key key) {
    byte[] iv = new byte[IV_BYTES];
    RANDOM.nextBytes(iv);
    byte[] sealed = sealed(json, key, iv);
    int text = sealed.length - TAG_BYTES;
    return String.join(
        ".",
        HEADER,
        NO_ENCRYPTED_KEY,
        BASE64URL.encodeToString(iv),
        BASE64URL.encodeToString(Arrays.copyOf(sealed, text)),
        BASE64URL.encodeToString(Arrays.copyOfRange(sealed, text, sealed.length)));
  }

  /** Throws {@link IllegalArgumentException} when it was encrypted otherwise or changed. */
  public static byte[] decrypt(String compact, Key key) {
    JsonWebEncryption encryption = new JsonWebEncryption();
    encryption.setAlgorithmConstraints(DIRECT);
    encryption.setContentEncryptionAlgorithmConstraints(AES_GCM);
    encryption.setKey(key);
    try {
      encryption.setCompactSerialization(compact);
      return encryption.getPlaintextBytes();
    } catch (JoseException e) {
      throw new IllegalArgumentException("not encrypted with this key", e);
    }
  }

  /**
   * The ciphertext, and behind it the authentication tag. Derived keys bear another name than AES.
   */
  private static byte[] sealed(byte[] json, Key key, byte[] iv) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(key.getEncoded(), "AES"),
          new GCMParameterSpec(8 * TAG_BYTES, iv));
      cipher.updateAAD(HEADER.getBytes(US_ASCII));
      return cipher.doFinal(json);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
