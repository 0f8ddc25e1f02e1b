package io.github.langgan.chassis.tracing;

import io.github.langgan.chassis.event.ReceivedEvent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One consumer span per event, a child of the span that published it, so that a trace runs from the
 * caller's request to the last service it reached; and one for the batch that they share.
 */
@Singleton
public class EventSpans {

  private final Tracer tracer;

  EventSpans(Tracer tracer) {
    this.tracer = tracer;
  }

  public void around(String topic, List<ReceivedEvent> events, Consumer<List<ReceivedEvent>> work) {
    List<Span> spans = new ArrayList<>(events.size());
    List<ReceivedEvent> traced = new ArrayList<>(events.size());
    var batch = tracer.spanBuilder(topic + " batch").setNoParent().setSpanKind(SpanKind.CONSUMER);
    for (ReceivedEvent event : events) {
      Span span =
          tracer
              .spanBuilder(event.type() + " process")
              .setParent(TraceParent.parent(event.traceparent()))
              .setSpanKind(SpanKind.CONSUMER)
              .startSpan();
      span.setAttribute("messaging.system", "kafka");
      span.setAttribute("messaging.destination.name", topic);
      span.setAttribute("messaging.message.id", event.id().toString());
      batch.addLink(span.getSpanContext());
      spans.add(span);
      traced.add(event.withTraceparent(TraceParent.of(span.getSpanContext())));
    }
    Span whole = batch.startSpan();
    try (Scope ignored = whole.makeCurrent()) {
      work.accept(traced);
    } catch (RuntimeException failure) {
      spans.forEach(span -> span.setStatus(StatusCode.ERROR));
      throw failure;
    } finally {
      spans.forEach(Span::end);
      whole.end();
    }
  }
}
