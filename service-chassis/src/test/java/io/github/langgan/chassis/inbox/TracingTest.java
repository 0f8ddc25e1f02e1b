package io.github.langgan.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.chassis.event.CloudEventHeaders;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.chassis.outbox.SampleHappened;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class TracingTest {

  @Inject TestTopics topics;
  @Inject Outbox outbox;
  @Inject Tracer tracer;

  @Test
  void an_event_carries_the_trace_of_the_request_that_made_it() {
    UUID key = UuidV7.next();
    Span request = tracer.spanBuilder("request").startSpan();
    try (var scope = request.makeCurrent()) {
      assertThat(scope).isNotNull();
      QuarkusTransaction.requiringNew()
          .run(() -> outbox.append(new SampleHappened(key, 1, "traced")));
    } finally {
      request.end();
    }

    assertThat(published(key).headers().get(CloudEventHeaders.TRACE_PARENT))
        .contains(request.getSpanContext().getTraceId());
  }

  @Test
  void an_effect_of_a_received_event_goes_on_with_its_trace_and_names_its_cause() {
    UUID key = UuidV7.next();
    String trace = "0af7651916cd43dd8448eb211c80319c";
    topics.publish(
        SampleListener.TOPIC,
        key,
        "sample.counted",
        "{\"number\":1,\"poison\":false,\"echo\":true}",
        Map.of(CloudEventHeaders.TRACE_PARENT, "00-" + trace + "-b7ad6b7169203331-01"));

    var headers = published(key).headers();
    assertThat(headers.get(CloudEventHeaders.TRACE_PARENT))
        .contains(trace)
        .doesNotContain("b7ad6b7169203331");
    assertThat(headers).containsEntry(CloudEventHeaders.CAUSATION, "crm.loyalty/" + key + "/1");
  }

  private TestTopics.Seen published(UUID key) {
    return await()
        .until(
            () ->
                topics.published("sample.happened").stream()
                    .filter(seen -> seen.key().equals(key))
                    .findFirst(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }
}
