package io.github.langgan.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.stack.fixture.FakeCheckout;
import io.github.langgan.stack.fixture.Outcome;
import io.github.langgan.stack.fixture.UpAndDown;
import io.github.langgan.stack.process.Programs;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests elsewhere have this module on their classpath without its optional dependencies. */
class LightClasspathTest {

  @Test
  void a_stack_is_started_and_stopped_with_nothing_but_this_module(@TempDir Path root) {
    FakeCheckout checkout = FakeCheckout.in(root);
    Path target = Path.of(System.getProperty("langgan.root"), "deploy/local-stack/target");
    String classpath =
        target.resolve("classes") + File.pathSeparator + target.resolve("test-classes");

    Outcome outcome =
        Outcome.of(
            List.of(
                Programs.java(),
                "-Dlanggan.root=" + checkout.root(),
                "-cp",
                classpath,
                UpAndDown.class.getName(),
                root.resolve("home").toString()),
            Map.of());

    assertThat(outcome).isEqualTo(new Outcome(0, "up\ndown\n"));
  }
}
