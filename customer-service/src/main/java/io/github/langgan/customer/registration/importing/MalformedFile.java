package io.github.langgan.customer.registration.importing;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;

/** A file whose rows can't be told apart, or read. Expected from callers, so it has no stack. */
final class MalformedFile extends RuntimeException {

  private final long line;
  private final String fault;

  /**
   * @param line of the file, from 1
   * @param fault what that line does: {@code isn't in UTF-8}
   */
  MalformedFile(long line, String fault) {
    super(fault, null, false, false);
    this.line = line;
    this.fault = fault;
  }

  Problem toProblem() {
    return Problem.of(Problems.MALFORMED, "Line %d %s".formatted(line, fault)).with("line", line);
  }
}
