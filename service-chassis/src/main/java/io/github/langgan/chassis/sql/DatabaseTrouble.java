package io.github.langgan.chassis.sql;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells failures that pass by themselves (database away or full, pool exhausted or closed,
 * deadlock) from those that do not: they say nothing about the request or the event that met them.
 */
public final class DatabaseTrouble {

  /** Connection, rollback by the server, resources, operator intervention, system error. */
  private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57", "58");

  /** Lock not available, idle in a transaction for too long, read-only after a failover. */
  private static final Set<String> PASSING_STATES = Set.of("55P03", "25P03", "25006");

  private static final int DEEPEST_CAUSE = 20;

  private DatabaseTrouble() {}

  public static boolean passes(Throwable failure) {
    @Nullable Throwable at = failure;
    for (int depth = 0; at != null && depth < DEEPEST_CAUSE; depth++, at = at.getCause()) {
      if (at instanceof SQLException sql && passes(sql)) {
        return true;
      }
      for (Throwable suppressed : at.getSuppressed()) {
        if (suppressed instanceof SQLException sql && passes(sql)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The pool's own failures have no state; the server's and the driver's have. */
  private static boolean passes(SQLException failure) {
    String state = failure.getSQLState();
    return state == null
        || PASSING_STATES.contains(state)
        || state.length() == 5 && PASSING_CLASSES.contains(state.substring(0, 2));
  }
}
