package io.github.langgan.benchmarks.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleTest {

  @Test
  void a_file_has_a_row_for_each_with_a_cell_for_each_column(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("people.csv");
    new People("r", 1).write(file, 500);
    List<String> rows = Files.readAllLines(file);
    assertThat(rows).hasSize(501).doesNotHaveDuplicates();
    assertThat(rows).allMatch(row -> row.split(",", -1).length == 10);
  }

  @Test
  void the_same_seed_makes_the_same_people() {
    assertThat(new People("r", 1).person(7)).isEqualTo(new People("r", 1).person(7));
    assertThat(new People("r", 1).person(7)).isNotEqualTo(new People("r", 2).person(7));
  }
}
