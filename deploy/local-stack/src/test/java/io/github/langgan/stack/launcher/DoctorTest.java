package io.github.langgan.stack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.stack.fixture.FakeCheckout;
import io.github.langgan.stack.fixture.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

  private FakeCheckout checkout;

  @BeforeEach
  void make(@TempDir Path root) {
    checkout = FakeCheckout.in(root);
  }

  @Test
  void all_that_the_stack_needs_is_looked_at() {
    Outcome doctor = checkout.crm("doctor");

    assertThat(doctor.output().lines().filter(line -> line.matches("(ok|PROBLEM) .*")))
        .extracting(line -> line.substring(9, 25).strip())
        .containsExactly("JDK", "Maven", "system", "ports", "memory", "disk", "user namespaces");
    assertThat(doctor.output()).contains("%d to %d are free".formatted(first(), first() + 9));
    assertThat(doctor.exitCode()).isEqualTo(doctor.output().contains("PROBLEM") ? 1 : 0);
  }

  @Test
  void a_taken_port_is_named_with_who_has_it_and_what_to_do() throws IOException {
    int port = checkout.ports().postgresql();
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      Outcome doctor = checkout.crm("doctor");

      assertThat(doctor.exitCode()).isOne();
      assertThat(doctor.output())
          .containsPattern(
              "PROBLEM  ports +taken: %d by .*pid %d"
                  .formatted(taken.getLocalPort(), ProcessHandle.current().pid()))
          .contains("→ stop that, or ./crm up --port");
    }
  }

  @Test
  void a_missing_program_is_a_problem_with_what_to_install() {
    Outcome doctor = checkout.crm(Map.of("PATH", "/nowhere"), "doctor");

    assertThat(doctor.exitCode()).isOne();
    assertThat(doctor.output())
        .containsPattern("PROBLEM  Maven +none in PATH\\R +→ install Maven 3.8 or newer");
  }

  private int first() {
    return checkout.ports().first();
  }
}
