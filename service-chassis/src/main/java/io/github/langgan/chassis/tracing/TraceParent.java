package io.github.langgan.chassis.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** W3C trace context, version 00, as one header value. */
public final class TraceParent {

  private TraceParent() {}

  /** Of the running span; null outside any. */
  public static @Nullable String current() {
    return of(Span.current().getSpanContext());
  }

  public static @Nullable String of(SpanContext context) {
    return context.isValid()
        ? "00-%s-%s-%s"
            .formatted(context.getTraceId(), context.getSpanId(), context.getTraceFlags().asHex())
        : null;
  }

  /** The context to be the parent of what follows; the root for a value that isn't understood. */
  public static Context parent(@Nullable String traceparent) {
    if (traceparent == null || !traceparent.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}")) {
      return Context.root();
    }
    SpanContext remote =
        SpanContext.createFromRemoteParent(
            traceparent.substring(3, 35),
            traceparent.substring(36, 52),
            TraceFlags.fromHex(traceparent, 53),
            TraceState.getDefault());
    return Context.root().with(Span.wrap(remote));
  }
}
