package io.github.langgan.benchmarks.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcTablesTest {

  @Test
  void migrations_run_in_the_order_of_their_numbers(@TempDir Path folder) throws IOException {
    for (String name : List.of("V10__d.sql", "V2__c.sql", "V0_100__b.sql", "V0_2__a.sql", "note")) {
      Files.createFile(folder.resolve(name));
    }

    assertThat(JdbcTables.scripts(folder))
        .extracting(script -> script.getFileName().toString())
        .containsExactly("V0_2__a.sql", "V0_100__b.sql", "V2__c.sql", "V10__d.sql");
  }
}
