package io.github.langgan.chassis.sql;

import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;

/**
 * Wakes those who wait for what a transaction stores, once it can be seen. A hint only: whoever is
 * woken must find the work also without it, since the process may end in between.
 */
@Singleton
@Transactional(Transactional.TxType.MANDATORY)
public class AfterCommit {

  private final TransactionSynchronizationRegistry transaction;

  AfterCommit(TransactionSynchronizationRegistry transaction) {
    this.transaction = transaction;
  }

  /**
   * @param sleeper who is woken, once in a transaction however often this is called
   * @param wake doesn't wait and doesn't fail
   */
  public void wake(Object sleeper, Runnable wake) {
    Sleeper key = new Sleeper(sleeper);
    if (transaction.getResource(key) == null) {
      transaction.putResource(key, true);
      transaction.registerInterposedSynchronization(new Waking(wake));
    }
  }

  private record Sleeper(Object name) {}

  private record Waking(Runnable wake) implements Synchronization {

    @Override
    public void beforeCompletion() {
      // nothing can be seen yet
    }

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        wake.run();
      }
    }
  }
}
