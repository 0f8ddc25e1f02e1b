package io.github.langgan.chassis.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerTest {

  @ParameterizedTest
  @CsvSource({"agent, true", "manager, true", "partner, false", "customer, false"})
  void the_companys_own_are_neither_partners_nor_customers(String role, boolean staff) {
    assertThat(caller(QuarkusSecurityIdentity.builder().addRole(role)).isStaff()).isEqualTo(staff);
  }

  @Test
  void a_guest_is_not_one_of_the_companys_own() {
    assertThat(caller(QuarkusSecurityIdentity.builder().setAnonymous(true)).isStaff()).isFalse();
  }

  private static Caller caller(QuarkusSecurityIdentity.Builder who) {
    return new Caller(who.setPrincipal(new QuarkusPrincipal("somebody")).build());
  }
}
