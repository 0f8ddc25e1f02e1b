package io.github.langgan.chassis.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.chassis.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class AnswerSealTest {

  @Inject AnswerSeal seal;

  @Test
  void a_sealed_answer_tells_nothing_and_opens_byte_for_byte() {
    var answer = new Answer(201, Map.of("ETag", "\"1\""), "{\"token\":\"secret\"}".getBytes(UTF_8));

    var sealed = seal.sealed(answer);

    assertThat(new String(sealed.body(), UTF_8)).startsWith("local\n").doesNotContain("secret");
    assertThat(seal.opened(sealed).body()).isEqualTo(answer.body());
    assertThat(sealed.headers()).isEqualTo(answer.headers());
  }

  @Test
  void what_an_erasure_put_into_its_place_is_read_as_it_is() {
    var erased = new Answer(410, Map.of(), "{}".getBytes(UTF_8));

    assertThat(seal.opened(erased)).isSameAs(erased);
  }
}
