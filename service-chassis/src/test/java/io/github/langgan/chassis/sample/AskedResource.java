package io.github.langgan.chassis.sample;

import io.github.langgan.chassis.erasure.AskedSubjects;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Is asked by an id under which there is nothing, or what the law keeps. */
@Path("/asked/{id}")
@Authenticated
public class AskedResource {

  private final AskedSubjects asked;

  public AskedResource(AskedSubjects asked) {
    this.asked = asked;
  }

  @GET
  @Path("nothing")
  @Operation(hidden = true)
  public String nothing(@PathParam("id") UUID id) {
    throw asked.missing(id);
  }

  @GET
  @Path("kept")
  @Operation(hidden = true)
  public String kept(@PathParam("id") UUID id) {
    asked.requireNotErased(id);
    return "kept";
  }
}
