package io.github.langgan.benchmarks.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.benchmarks.importing.People.Person;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
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

  @Test
  void every_eleventh_of_the_twins_is_the_one_before_with_mistakes() {
    Twins twins = new Twins(new People("r", 1));
    for (int i = 1; i < 500; i++) {
      Person one = twins.person(i - 1);
      Person other = twins.person(i);
      assertThat(other.number()).isNotEqualTo(one.number());
      if (Twins.isTwin(i)) {
        assertThat(other.street()).isEqualTo(one.street());
        assertThat(other.born() == null).isEqualTo(other.name().equals(one.name()));
        assertThat(other.phone()).isNotEqualTo(one.phone());
      } else {
        assertThat(other).isEqualTo(new People("r", 1).person(i));
      }
    }
    assertThat(Twins.among(499)).isEqualTo(IntStream.range(0, 499).filter(Twins::isTwin).count());
  }
}
