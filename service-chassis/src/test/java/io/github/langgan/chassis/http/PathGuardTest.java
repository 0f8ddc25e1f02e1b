package io.github.langgan.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathGuardTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/customers",
        "/v1/customers/",
        "/v1/a.b/c..d",
        "/v1/%C3%A9",
        "/v1/a%20b",
        "/v1/a:b,c+d~e_f-g"
      })
  void ordinary_paths_pass(String path) {
    assertThat(PathGuard.isClean(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1//customers",
        "/v1/./customers",
        "/v1/../customers",
        "/v1/..",
        "/v1/.",
        "/v1/%2e%2e/customers",
        "/v1/%2E./customers",
        "/v1%2fcustomers",
        "/v1%2Fcustomers",
        "/v1\\customers",
        "/v1%5ccustomers",
        "/v1/customers;x=1",
        "/v1/customers%3Bx=1",
        "/v1/customers%00",
        "/v1/customers%0d%0a",
        "/v1/%252e%252e/customers",
        "/v1/customers%7f"
      })
  void other_spellings_do_not(String path) {
    assertThat(PathGuard.isClean(path)).isFalse();
  }
}
