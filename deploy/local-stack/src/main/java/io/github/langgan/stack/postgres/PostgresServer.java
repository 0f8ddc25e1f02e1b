package io.github.langgan.stack.postgres;

import io.github.langgan.stack.process.ProcessSpec;
import io.github.langgan.stack.process.StackModule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL server on the loopback address: where its data is, how it is run and reached.
 *
 * @param owners each a role that owns a database of the same name
 */
public record PostgresServer(StackModule module, Path data, int port, List<String> owners) {

  public static final String SUPERUSER = "postgres";

  /** Of every role. The server is for this machine alone. */
  public static final String PASSWORD = "langgan";

  // what production would have too: a commit that was answered survives a power cut
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("max_connections", "300"),
          Map.entry("shared_buffers", "128MB"),
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("full_page_writes", "on"),
          Map.entry("max_wal_size", "2GB"),
          Map.entry("jit", "off"),
          Map.entry("timezone", "UTC"),
          Map.entry("log_timezone", "UTC"),
          Map.entry("shared_preload_libraries", "pg_stat_statements"));

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  public ProcessSpec spec() {
    return new ProcessSpec(
        "postgresql", this::command, Map.of(), () -> PostgresProbe.ready(port), "INT", true);
  }

  private List<String> command() {
    PostgresBinaries binaries = PostgresBinaries.of(module);
    new DataDirectory(binaries, data).prepare(owners);
    List<String> command =
        new ArrayList<>(
            List.of(binaries.program("postgres"), "-D", data.toString(), "-p", "" + port));
    SETTINGS.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    return UnprivilegedUser.command(command);
  }
}
