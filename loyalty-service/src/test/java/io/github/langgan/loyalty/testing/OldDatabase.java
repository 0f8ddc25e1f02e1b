package io.github.langgan.loyalty.testing;

import jakarta.inject.Singleton;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A schema of its own, as far as the migrations had come at some time. */
@Singleton
public class OldDatabase {

  private static final String SCHEMA = "of_before";

  private final DataSource database;
  private final Jdbi jdbi;

  OldDatabase(DataSource database, Jdbi jdbi) {
    this.database = database;
    this.jdbi = jdbi;
  }

  /** Anew, with what the script stores at a version; then migrated to what it is today. */
  public void migrate(String version, String script) {
    jdbi.useHandle(handle -> handle.execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE"));
    migrateTo(version);
    use(handle -> handle.createScript(script).execute());
    migrateTo("latest");
  }

  public void use(Consumer<Handle> work) {
    jdbi.useTransaction(
        handle -> {
          handle.execute("SET LOCAL search_path = " + SCHEMA);
          work.accept(handle);
        });
  }

  private void migrateTo(String version) {
    Flyway.configure()
        .dataSource(database)
        .schemas(SCHEMA)
        .locations("db/chassis", "db/migration")
        .outOfOrder(true)
        .target(version)
        .load()
        .migrate();
  }
}
