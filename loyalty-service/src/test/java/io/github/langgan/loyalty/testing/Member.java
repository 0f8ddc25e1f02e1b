package io.github.langgan.loyalty.testing;

import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.util.UUID;

/** A customer with a membership of a program that gives a point for each pound. */
public record Member(OtherServices others, UUID customer, UUID program, UUID membership) {

  /**
   * @param members of the program's JSON beyond the rule, with a comma behind; or empty
   */
  public static Member of(OtherServices others, String members) {
    UUID customer = others.registeredCustomer();
    UUID program = Api.program(members + "\"earningRule\":{\"expression\":\"transaction.total\"}");
    return new Member(others, customer, program, Api.membership(customer, program));
  }

  public static Member with(OtherServices others, int points) {
    Member member = of(others, "");
    member.earn(points);
    return member;
  }

  /** Another one of the same program. */
  public Member other() {
    UUID other = others.registeredCustomer();
    return new Member(others, other, program, Api.membership(other, program));
  }

  public void earn(int points) {
    long before = active();
    others.recorded(customer, purchase(line("HOME", points, "1.00")));
    await().untilAsserted(() -> assertThat(active()).isEqualTo(before + points));
  }

  public void chainHolds() {
    Api.as("agent")
        .get("/v1/loyalty/memberships/{id}/verification", membership)
        .then()
        .statusCode(200)
        .body("intact", equalTo(true));
  }

  public long active() {
    return Api.active(membership);
  }
}
