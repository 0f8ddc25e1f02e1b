package io.github.langgan.stack.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/v1/customers",
        "/v1/customers/0197a8c0-0000-7000-8000-000000000000",
        "/v1/cases/a%20b",
        "/v1/knowledge/caf%C3%A9",
        "/v1/customers/...",
        "/openapi/customer.json"
      })
  void a_path_that_says_what_it_seems_to_say_passes(String path) {
    assertThat(PlainPath.is(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//",
        "/v1//customers",
        "//v1/customers",
        "/v1/customers//",
        "/v1/customers/../profiles",
        "/v1/customers/..",
        "/./v1/customers",
        "/v1/customers/%2e%2e/profiles",
        "/v1/customers/%2E./profiles",
        "/v1/customers%2Fx",
        "/v1/customers%2fx",
        "/v1/customers\\x",
        "/v1/customers%5cx",
        "/v1/customers;x=1",
        "/v1/customers%3Bx=1",
        "/v1/customers/%00",
        "/v1/customers/%0a",
        "/v1/customers/%",
        "/v1/customers/%zz",
        "/v1/customers/é",
        "v1/customers",
        "*"
      })
  void a_path_that_two_servers_may_read_differently_is_odd(String path) {
    assertThat(PlainPath.is(path)).isFalse();
  }
}
