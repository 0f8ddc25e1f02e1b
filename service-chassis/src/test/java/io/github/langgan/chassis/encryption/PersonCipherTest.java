package io.github.langgan.chassis.encryption;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class PersonCipherTest {

  private static final SecretKey KEY = key(1);
  private static final byte[] PERSON = "{\"name\":\"Siti\"}".getBytes(UTF_8);

  @Test
  void who_has_the_key_reads_what_was_encrypted() {
    String encrypted = PersonCipher.encrypt(PERSON, KEY);

    assertThat(PersonCipher.decrypt(encrypted, KEY)).isEqualTo(PERSON);
    assertThat(header(encrypted)).isEqualTo("{\"alg\":\"dir\",\"enc\":\"A256GCM\"}");
    assertThat(new String(Base64.getUrlDecoder().decode(encrypted.split("\\.")[3]), UTF_8))
        .doesNotContain("Siti");
  }

  @Test
  void the_same_twice_looks_different() {
    assertThat(PersonCipher.encrypt(PERSON, KEY)).isNotEqualTo(PersonCipher.encrypt(PERSON, KEY));
  }

  @Test
  void another_key_reads_nothing() {
    String encrypted = PersonCipher.encrypt(PERSON, KEY);

    assertThatThrownBy(() -> PersonCipher.decrypt(encrypted, key(2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_changed_text_is_noticed() {
    String[] parts = PersonCipher.encrypt(PERSON, KEY).split("\\.");
    for (int part : new int[] {0, 2, 3, 4}) {
      String[] changed = parts.clone();
      char first = changed[part].charAt(2);
      changed[part] =
          changed[part].substring(0, 2) + (first == 'A' ? 'B' : 'A') + changed[part].substring(3);
      assertThatThrownBy(() -> PersonCipher.decrypt(String.join(".", changed), KEY))
          .as("part %d", part)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void a_text_that_says_it_is_encrypted_otherwise_is_not_read() {
    String[] parts = PersonCipher.encrypt(PERSON, KEY).split("\\.");
    for (String header :
        new String[] {
          "{\"alg\":\"dir\",\"enc\":\"A128CBC-HS256\"}", "{\"alg\":\"A256KW\",\"enc\":\"A256GCM\"}"
        }) {
      parts[0] = Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(UTF_8));
      assertThatThrownBy(() -> PersonCipher.decrypt(String.join(".", parts), KEY))
          .as(header)
          .isInstanceOf(IllegalArgumentException.class)
          .hasStackTraceContaining("algorithm");
    }
  }

  private static String header(String compact) {
    return new String(
        Base64.getUrlDecoder().decode(compact.substring(0, compact.indexOf('.'))), UTF_8);
  }

  private static SecretKey key(int seed) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) seed;
    return new SecretKeySpec(bytes, "AES");
  }
}
