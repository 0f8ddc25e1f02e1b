package io.github.langgan.chassis.http;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells failures that pass by themselves (database away, pool exhausted, deadlock) from those that
 * do not.
 */
final class DatabaseTrouble {

  /** 08 connection, 40 serialization and deadlock, 53 resources, 57 operator intervention. */
  private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57");

  /** 55P03 lock not available, 25006 read-only after a failover. */
  private static final Set<String> PASSING_STATES = Set.of("55P03", "25006");

  private static final int DEEPEST_CAUSE = 20;

  private DatabaseTrouble() {}

  static boolean passes(Throwable failure) {
    @Nullable Throwable at = failure;
    for (int depth = 0; at != null && depth < DEEPEST_CAUSE; depth++, at = at.getCause()) {
      if (at instanceof SQLException sql && passes(sql)) {
        return true;
      }
      for (var suppressed : at.getSuppressed()) {
        if (suppressed instanceof SQLException sql && passes(sql)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean passes(SQLException failure) {
    var state = failure.getSQLState();
    if (state == null) {
      return failure instanceof SQLTransientConnectionException || poolIsExhausted(failure);
    }
    return PASSING_STATES.contains(state)
        || state.length() == 5 && PASSING_CLASSES.contains(state.substring(0, 2));
  }

  /** The pool reports exhaustion by text alone. */
  private static boolean poolIsExhausted(SQLException failure) {
    var message = failure.getMessage();
    return message != null && message.contains("cquisition timeout");
  }
}
