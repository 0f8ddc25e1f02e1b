package io.github.langgan.chassis.encryption;

import java.security.Key;
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

  private PersonCipher() {}

  public static String encrypt(byte[] json, Key key) {
    JsonWebEncryption encryption = new JsonWebEncryption();
    encryption.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.DIRECT);
    encryption.setEncryptionMethodHeaderParameter(
        ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
    encryption.setKey(key);
    encryption.setPlaintext(json);
    try {
      return encryption.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
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
}
