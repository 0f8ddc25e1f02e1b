package io.github.langgan.loyalty.model.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * How far an account's chain of entries is (docs/adr/0021).
 *
 * @param entries how many there are
 * @param hash SHA-256 of the hash before the last entry's and of what that entry says
 */
public record ChainHead(long entries, byte[] hash) {

  static final ChainHead START = new ChainHead(0, new byte[32]);

  /**
   * @param hash null before the first entry
   */
  public static ChainHead of(long entries, byte @Nullable [] hash) {
    return hash == null ? START : new ChainHead(entries, hash);
  }

  /** After the next entry, by its {@link EntryStatement}. */
  public ChainHead after(String statement) {
    MessageDigest digest = sha256();
    digest.update(hash);
    return new ChainHead(entries + 1, digest.digest(statement.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
