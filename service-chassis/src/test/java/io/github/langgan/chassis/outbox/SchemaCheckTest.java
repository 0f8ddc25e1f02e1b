package io.github.langgan.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.StackResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class SchemaCheckTest {

  @Inject Outbox outbox;

  @Test
  void an_event_that_breaks_its_schema_fails_the_test_that_made_it() {
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(() -> outbox.append(new SampleHappened(UuidV7.next(), -1, "negative"))))
        .hasMessageContaining("doesn't match its schema");
  }
}
