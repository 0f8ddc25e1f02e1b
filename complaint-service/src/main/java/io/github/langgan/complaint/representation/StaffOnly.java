package io.github.langgan.complaint.representation;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import io.github.langgan.chassis.security.Caller;

/** Acts on a case that are the company's to do. */
public final class StaffOnly {

  private StaffOnly() {}

  /** 403 for customers, whose tokens may carry the scope to open cases of their own. */
  public static void check(Caller caller) {
    if (caller.isCustomer()) {
      throw Problem.of(Problems.FORBIDDEN, "Customers cannot do this to a case");
    }
  }
}
