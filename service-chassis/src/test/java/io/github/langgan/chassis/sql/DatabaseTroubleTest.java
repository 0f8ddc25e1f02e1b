package io.github.langgan.chassis.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseTroubleTest {

  @ParameterizedTest
  @CsvSource({
    "08006, true", // connection failure
    "40001, true", // serialization failure
    "40P01, true", // deadlock
    "53100, true", // disk full
    "53300, true", // too many connections
    "57P01, true", // admin shutdown
    "58030, true", // I/O error
    "55P03, true", // lock not available
    "25P03, true", // idle in transaction
    "25006, true", // read-only
    "25P02, false", // in a failed transaction
    "23505, false", // unique violation
    "22003, false", // out of range
    "42P01, false", // no such table
    "XX000, false"
  })
  void a_state_says_whether_it_passes(String state, boolean passes) {
    var deep = new RuntimeException(new IllegalStateException(new SQLException("x", state)));
    assertThat(DatabaseTrouble.passes(deep)).isEqualTo(passes);
  }

  @Test
  void what_the_pool_says_passes() {
    assertThat(DatabaseTrouble.passes(new SQLException("Acquisition timeout"))).isTrue();
    var rolledBack = new IllegalStateException("rolled back");
    rolledBack.addSuppressed(new SQLException("x", "57P01"));
    assertThat(DatabaseTrouble.passes(rolledBack)).isTrue();
    assertThat(DatabaseTrouble.passes(new IllegalStateException("no SQL"))).isFalse();
  }
}
