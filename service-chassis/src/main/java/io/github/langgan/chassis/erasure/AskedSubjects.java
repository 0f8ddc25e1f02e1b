package io.github.langgan.chassis.erasure;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import io.github.langgan.chassis.security.Caller;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * What callers are told who ask by the id of somebody who was erased: 410 {@code erased} to the
 * company's own staff, 404 to all others. That there was somebody is for staff to know.
 */
@Singleton
public class AskedSubjects {

  private final ErasedSubjects erased;
  private final Caller caller;

  AskedSubjects(ErasedSubjects erased, Caller caller) {
    this.erased = erased;
    this.caller = caller;
  }

  /**
   * For an id under which nothing was found: 410 or 404.
   *
   * @param id as it was asked for, not what it means now
   */
  public Problem missing(UUID id) {
    return erased.contains(id) ? refusal() : Problem.notFound();
  }

  /**
   * Throws the same for who was erased; for an id under which something may be found that the law
   * keeps, as its own id may still name it.
   *
   * @param id as it was asked for, not what it means now
   */
  public void requireNotErased(UUID id) {
    if (erased.contains(id)) {
      throw refusal();
    }
  }

  private Problem refusal() {
    return caller.isStaff() ? Problem.of(Problems.ERASED) : Problem.notFound();
  }
}
