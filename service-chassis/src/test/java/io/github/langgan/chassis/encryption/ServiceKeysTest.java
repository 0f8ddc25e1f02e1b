package io.github.langgan.chassis.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceKeysTest {

  private static final String OLD = stated("2025", 1);
  private static final String NEW = stated("2026", 2);

  @Test
  void the_first_wraps_and_those_before_it_are_still_read() {
    WrappedKey before = of(OLD).draw().wrapped();
    ServiceKeys now = of(NEW, OLD);

    WrappedKey wrapped = now.draw().wrapped();

    assertThat(wrapped.by()).isEqualTo("2026");
    assertThat(now.unwrap(wrapped)).isEqualTo(of(NEW).unwrap(wrapped));
    assertThat(now.unwrap(before)).isEqualTo(of(OLD).unwrap(before));
    assertThat(now.unwrap(wrapped).getEncoded()).hasSize(32);
    assertThat(now.unwrap(wrapped)).isNotEqualTo(now.unwrap(before));
  }

  @Test
  void a_key_of_that_name_that_is_another_one_reads_nothing() {
    WrappedKey wrapped = of(OLD).draw().wrapped();

    assertThatThrownBy(() -> of(NEW).unwrap(wrapped)).hasMessageContaining("2025");
    assertThatThrownBy(() -> of(stated("2025", 3)).unwrap(wrapped))
        .hasMessageContaining("another one");
  }

  @Test
  void nothing_starts_without_one() {
    assertThatThrownBy(() -> new ServiceKeys(Optional.empty(), false))
        .hasMessageContaining("LANGGAN_ENCRYPTION_SERVICE_KEYS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026", "2026:", ":AAAA", "2026:AAAA", "2026:***"})
  void nothing_starts_with_one_that_is_none(String stated) {
    assertThatThrownBy(() -> of(stated))
        .hasMessageStartingWith("Not started: a service key is not stated");
  }

  @Test
  void the_key_that_everybody_knows_is_for_the_local_stack_only() {
    String known = stated(ServiceKeys.KNOWN_TO_ALL, 0);

    assertThatThrownBy(() -> of(NEW, known)).hasMessageContaining("everybody knows");
    assertThat(new ServiceKeys(Optional.of(List.of(known)), true).draw().wrapped().by())
        .isEqualTo("local");
  }

  @Test
  void a_derived_key_is_for_one_purpose_and_its_name_says_of_which_service_key() {
    DerivedKeys links = of(NEW, OLD).derived("links");

    assertThat(links.current()).isEqualTo("2026");
    assertThat(links.currentKey().getEncoded())
        .hasSize(32)
        .isNotEqualTo(of(NEW).derived("answers").currentKey().getEncoded())
        .isNotEqualTo(of(OLD).derived("links").currentKey().getEncoded());
    assertThat(links.named("2025")).contains(of(OLD).derived("links").currentKey());
    assertThat(links.named("2024")).isEmpty();
    assertThat(links.toString()).doesNotContain("key=").contains("2026");
  }

  private static ServiceKeys of(String... stated) {
    return new ServiceKeys(Optional.of(List.of(stated)), false);
  }

  private static String stated(String name, int seed) {
    byte[] key = new byte[32];
    key[31] = (byte) seed;
    return name + ":" + Base64.getEncoder().encodeToString(key);
  }
}
