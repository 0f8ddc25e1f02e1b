package io.github.langgan.stack.postgres;

import io.github.langgan.stack.process.Programs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL refuses to run as root. In a user namespace of its own it doesn't look like root, and
 * still owns its files.
 */
public final class UnprivilegedUser {

  private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

  private UnprivilegedUser() {}

  public static boolean needed() {
    return ROOT;
  }

  /** Whether this machine lets us make a user namespace. */
  public static boolean available() {
    try {
      Process trial = new ProcessBuilder("unshare", "-U", "true").redirectErrorStream(true).start();
      return trial.waitFor(5, TimeUnit.SECONDS) && trial.exitValue() == 0;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static List<String> command(List<String> command) {
    if (!ROOT) {
      return command;
    }
    String unshare =
        Programs.find("unshare")
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "PostgreSQL doesn't run as root: install unshare (util-linux),"
                            + " or work as an ordinary user"));
    List<String> wrapped = new ArrayList<>(List.of(unshare, "-U"));
    wrapped.addAll(command);
    return wrapped;
  }
}
