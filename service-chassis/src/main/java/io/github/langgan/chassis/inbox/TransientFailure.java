package io.github.langgan.chassis.inbox;

import java.sql.SQLException;
import java.util.Set;

/** Failures that say nothing about the event: the database is away, full, or chose a victim. */
final class TransientFailure {

  /** Connection, resources, operator intervention, rollback by the server, idle too long. */
  private static final Set<String> CLASSES = Set.of("08", "53", "57", "58", "40");

  private TransientFailure() {}

  static boolean isCauseOf(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && isTransient(sql)) {
        return true;
      }
      if (cause.getCause() == cause) {
        break;
      }
    }
    return false;
  }

  private static boolean isTransient(SQLException sql) {
    String state = sql.getSQLState();
    // the pool's own timeout has no state
    return state == null || state.equals("25P03") || CLASSES.contains(state.substring(0, 2));
  }
}
