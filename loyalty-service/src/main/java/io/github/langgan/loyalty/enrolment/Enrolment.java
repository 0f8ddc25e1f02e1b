package io.github.langgan.loyalty.enrolment;

import io.github.langgan.chassis.event.Position;
import io.github.langgan.loyalty.model.MembershipState;

sealed interface Enrolment {

  record Opened(MembershipState state, Position position) implements Enrolment {}

  record AlreadyMember(MembershipState state) implements Enrolment {}

  record UnknownCustomer() implements Enrolment {}

  record UnknownProgram() implements Enrolment {}

  /** All numbers of the program's first range are taken. */
  record NoCardLeft() implements Enrolment {}
}
