package io.github.langgan.stack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.stack.LocalStack;
import io.github.langgan.stack.fixture.FakeCheckout;
import io.github.langgan.stack.fixture.Outcome;
import io.github.langgan.stack.process.ProcessIdentity;
import io.github.langgan.stack.process.StackProcess;
import io.github.langgan.stack.service.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The commands against a stack that runs; each test leaves it running. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LauncherTest {

  private FakeCheckout checkout;
  private LocalStack stack;

  @BeforeAll
  void up(@TempDir Path root) {
    checkout = FakeCheckout.in(root);
    stack = new LocalStack(checkout.setup());
    stack.up();
  }

  @AfterAll
  void down() {
    stack.down();
  }

  @Test
  void a_second_up_is_harmless() {
    List<Optional<ProcessIdentity>> before = identities();

    Outcome up = checkout.crm("up");

    assertThat(up).isEqualTo(new Outcome(0, "Already up: " + stack.gatewayUrl() + "\n"));
    assertThat(identities()).isEqualTo(before);
  }

  @Test
  void up_starts_only_what_is_missing() {
    List<Optional<ProcessIdentity>> before = identities();
    stack.process("loyalty").killHard();

    Outcome up = checkout.crm("up");

    assertThat(up.exitCode()).isZero();
    assertThat(identities()).hasSameSizeAs(before).filteredOn(before::contains).hasSize(7);
    assertThat(stack.process("loyalty").healthy()).isTrue();
  }

  @Test
  void up_on_a_taken_port_names_the_port_and_who_has_it() throws IOException {
    stack.process("loyalty").stop();
    int port = stack.setup().ports().of(Service.LOYALTY);
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      Outcome up = checkout.crm("up");

      assertThat(up.exitCode()).isOne();
      assertThat(up.output())
          .startsWith("Port %d, needed by loyalty, is taken by".formatted(taken.getLocalPort()))
          .contains("pid " + ProcessHandle.current().pid())
          .hasLineCount(1);
    } finally {
      stack.process("loyalty").start();
    }
  }

  @Test
  void a_running_stack_is_not_moved_to_another_port() {
    Outcome up = checkout.crm("up", "--port", "12340");

    assertThat(up.exitCode()).isOne();
    assertThat(up.output()).startsWith("It runs at " + stack.gatewayUrl()).hasLineCount(1);
  }

  @Test
  void a_service_that_dies_while_starting_shows_the_end_of_its_log() {
    stack.process("profile").stop();

    Outcome up = checkout.crm(Map.of("FAKE_SERVICE_FAILS", "yes"), "up");
    stack.process("profile").start();

    assertThat(up.exitCode()).isOne();
    assertThat(up.output())
        .contains("profile ended while starting")
        .contains("no way to start today");
  }

  @Test
  void token_prints_the_bare_token() {
    Outcome token = checkout.crm("token", "--role", "partner", "--partner", "acme");

    assertThat(token.exitCode()).isZero();
    assertThat(token.output()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\n");
  }

  @Test
  void token_refuses_what_the_issuer_would_in_one_line() {
    assertThat(checkout.crm("token", "--role", "emperor").output())
        .startsWith("No role 'emperor'")
        .hasLineCount(1);
    assertThat(checkout.crm("token", "--role", "partner").output())
        .isEqualTo("Which partner? --role partner --partner NAME\n");
  }

  @Test
  void status_tells_programs_what_runs_where() {
    Outcome status = checkout.crm("status", "--json");

    assertThat(status.exitCode()).isZero();
    assertThat(status.output())
        .contains(
            "{\"name\":\"loyalty\",\"kind\":\"service\",\"pid\":%d,\"port\":%d,\"healthy\":true"
                .formatted(
                    stack.process("loyalty").identity().orElseThrow().pid(),
                    checkout.ports().first() + 4));
  }

  @Test
  void logs_shows_the_lines_of_one_process() {
    assertThat(checkout.crm("logs", "analytics").output())
        .contains("starting against " + stack.setup().postgres().jdbcUrl("analytics"));
    assertThat(checkout.crm("logs", "nobody").exitCode()).isOne();
  }

  @Test
  void reset_asks_first() {
    Outcome reset = checkout.crm("reset");

    assertThat(reset.exitCode()).isOne();
    assertThat(stack.processes()).allMatch(StackProcess::running);
  }

  private List<Optional<ProcessIdentity>> identities() {
    return stack.processes().stream().map(StackProcess::identity).toList();
  }
}
