package io.github.langgan.chassis.idempotency;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers what was answered before, and says so. */
@Provider
public final class ReplayMapper implements ExceptionMapper<ReplayedAnswer> {

  public static final String HEADER = "Idempotency-Replayed";

  @Override
  public Response toResponse(ReplayedAnswer replayed) {
    return Response.fromResponse(replayed.answer().toResponse()).header(HEADER, "true").build();
  }
}
