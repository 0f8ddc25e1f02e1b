package io.github.langgan.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.chassis.problem.Problem;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "08001", "08006", "57P01", "57P03", "57014", "53300", "53100", "40001", "40P01", "55P03",
        "25006"
      })
  void a_database_that_is_away_or_busy_is_unavailable_for_now(String state) {
    var failure = new IllegalStateException(new RuntimeException(new SQLException("x", state)));
    assertThat(Refusals.of(failure).type().slug()).isEqualTo("unavailable");
    assertThat(Refusals.of(failure).headers()).containsKey("Retry-After");
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "42601", "22P02", "42501", "XX000"})
  void what_the_database_refuses_is_our_fault_and_kept_to_ourselves(String state) {
    var problem = Refusals.of(new RuntimeException(new SQLException("secret", state)));
    assertThat(problem.type().slug()).isEqualTo("internal");
    assertThat(problem.detail()).isNull();
  }

  @Test
  void an_exhausted_pool_and_a_full_queue_are_unavailable() {
    assertThat(slug(new SQLException("Acquisition timeout while waiting for new connection")))
        .isEqualTo("unavailable");
    assertThat(slug(new SQLTransientConnectionException("x"))).isEqualTo("unavailable");
    assertThat(slug(new RejectedExecutionException())).isEqualTo("unavailable");
    var rollback = new IllegalStateException("could not commit");
    rollback.addSuppressed(new SQLException("x", "08006"));
    assertThat(slug(rollback)).isEqualTo("unavailable");
  }

  @Test
  void a_problem_is_found_inside_of_what_wraps_it() {
    var wrapped = new RuntimeException(new IllegalStateException(Problem.notFound()));
    assertThat(slug(wrapped)).isEqualTo("not-found");
    assertThat(slug(new WebApplicationException(Problem.notFound(), 400))).isEqualTo("not-found");
  }

  @Test
  void statuses_of_the_framework_become_problems() {
    assertThat(slug(new NotSupportedException())).isEqualTo("unsupported-media-type");
    assertThat(slug(new WebApplicationException(418))).isEqualTo("malformed");
    assertThat(slug(new WebApplicationException(502))).isEqualTo("internal");
    assertThat(slug(new NullPointerException("secret"))).isEqualTo("internal");
  }

  private static String slug(Throwable failure) {
    return Refusals.of(failure).type().slug();
  }
}
