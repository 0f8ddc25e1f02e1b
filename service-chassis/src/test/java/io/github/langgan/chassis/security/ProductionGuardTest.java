package io.github.langgan.chassis.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionGuardTest {

  private static final Optional<String> AUDIENCE = Optional.of("langgan");

  @Test
  void an_issuer_over_https_is_accepted() {
    assertThat(refusal("https://192.0.2.1/realms/langgan")).isEmpty();
  }

  @Test
  void no_issuer_or_no_audience_is_refused() {
    assertThat(ProductionGuard.refusal(Optional.empty(), AUDIENCE, false).orElseThrow())
        .contains("QUARKUS_OIDC_AUTH_SERVER_URL");
    assertThat(refusal(" ")).isPresent();
    assertThat(
            ProductionGuard.refusal(Optional.of("https://192.0.2.1/x"), Optional.empty(), false)
                .orElseThrow())
        .contains("QUARKUS_OIDC_TOKEN_AUDIENCE");
    assertThat(ProductionGuard.refusal(Optional.empty(), AUDIENCE, true)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://192.0.2.1/langgan",
        "http://127.0.0.1:8180/langgan",
        "https://localhost:8180/langgan",
        "https://127.0.0.1/langgan",
        "https://[::1]/langgan",
        "/langgan"
      })
  void an_issuer_that_only_a_developer_has_is_refused_unless_the_stack_says_so(String url) {
    assertThat(refusal(url)).isPresent();
    assertThat(ProductionGuard.refusal(Optional.of(url), AUDIENCE, true)).isEmpty();
  }

  private static Optional<String> refusal(String issuer) {
    return ProductionGuard.refusal(Optional.of(issuer), AUDIENCE, false);
  }
}
