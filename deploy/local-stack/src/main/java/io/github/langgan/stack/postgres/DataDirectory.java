package io.github.langgan.stack.postgres;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.github.langgan.stack.process.Completed;
import io.github.langgan.stack.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The data of a PostgreSQL server. */
record DataDirectory(PostgresBinaries binaries, Path folder) {

  private static final String OWNED_DATABASE =
      """
      CREATE ROLE "%1$s" LOGIN PASSWORD '%2$s'
      CREATE DATABASE "%1$s" OWNER "%1$s"
      REVOKE CONNECT ON DATABASE "%1$s" FROM PUBLIC
      """;

  /**
   * Makes the data unless they are there: for each owner a role, and a database of the same name
   * that no other role may enter. It works beside and is moved into place when whole, so that a
   * kill in between leaves nothing half made.
   */
  void prepare(List<String> owners) {
    if (Files.exists(folder)) {
      return;
    }
    Path draft = folder.resolveSibling(folder.getFileName() + ".draft");
    Folders.delete(draft);
    initdb(draft);
    StringBuilder sql = new StringBuilder();
    owners.forEach(owner -> sql.append(OWNED_DATABASE.formatted(owner, PostgresServer.PASSWORD)));
    // reads one statement a line, before any server runs
    run(List.of(binaries.program("postgres"), "--single", "-D", draft.toString(), "postgres"), sql);
    try {
      Files.move(draft, folder, ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void initdb(Path draft) {
    Path password = draft.resolveSibling(draft.getFileName() + ".password");
    try {
      Files.createDirectories(draft.getParent());
      Files.writeString(password, PostgresServer.PASSWORD);
      run(
          List.of(
              binaries.program("initdb"),
              "--pgdata=" + draft,
              "--username=" + PostgresServer.SUPERUSER,
              "--pwfile=" + password,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8",
              "--locale=C"),
          "");
      Files.delete(password);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(List<String> command, CharSequence input) {
    Completed.of(UnprivilegedUser.command(command), input.toString());
  }
}
