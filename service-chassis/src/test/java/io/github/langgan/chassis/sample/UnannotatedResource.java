package io.github.langgan.chassis.sample;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Someone forgot to say who may call this. */
@Path("/unannotated")
public class UnannotatedResource {

  @GET
  @Operation(hidden = true)
  public String get() {
    return "open to all";
  }
}
