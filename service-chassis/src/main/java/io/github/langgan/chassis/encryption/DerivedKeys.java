package io.github.langgan.chassis.encryption;

import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * Keys of 32 bytes for one purpose, one of each service key and by its name: what was made with an
 * older one stays good for as long as that is stated.
 *
 * @param current name of the one to make things with
 */
public record DerivedKeys(String current, Map<String, SecretKey> byName) {

  public SecretKey currentKey() {
    return byName.get(current);
  }

  public Optional<SecretKey> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  @Override
  public String toString() {
    return "DerivedKeys" + byName.keySet();
  }
}
