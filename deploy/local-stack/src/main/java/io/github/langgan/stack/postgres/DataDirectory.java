package io.github.langgan.stack.postgres;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.github.langgan.stack.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The data of a PostgreSQL server. */
public final class DataDirectory {

  private DataDirectory() {}

  /**
   * Runs {@code initdb} unless it was done before. It works beside and is moved into place when
   * whole, so that a kill in between leaves nothing half made.
   */
  public static void prepare(PostgresBinaries binaries, Path data) {
    if (Files.exists(data)) {
      return;
    }
    Path draft = data.resolveSibling(data.getFileName() + ".draft");
    Path password = data.resolveSibling(data.getFileName() + ".password");
    try {
      Folders.delete(draft);
      Files.createDirectories(draft.getParent());
      Files.writeString(password, PostgresServer.PASSWORD);
      initdb(binaries, draft, password);
      Files.delete(password);
      Files.move(draft, data, ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void initdb(PostgresBinaries binaries, Path data, Path password)
      throws IOException {
    List<String> command =
        UnprivilegedUser.command(
            List.of(
                binaries.program("initdb"),
                "--pgdata=" + data,
                "--username=" + PostgresServer.SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    try {
      if (process.waitFor() != 0) {
        throw new IOException("initdb failed: " + output);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while making the database", e);
    }
  }
}
