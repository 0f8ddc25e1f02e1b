package io.github.langgan.chassis.sample;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Fails in every way that a service might. */
@Path("/faults/{kind}")
public class FaultResource {

  @GET
  @PermitAll
  @Operation(hidden = true)
  public String fail(@PathParam("kind") String kind) throws Exception {
    throw switch (kind) {
      case "deadlock" -> new IllegalStateException(new SQLException("deadlock detected", "40P01"));
      case "shutdown" -> new SQLException("terminating connection", "57P01");
      case "refused" -> new SQLException("Connection refused", "08001");
      case "pool" -> new SQLException("Sorry, acquisition timeout!");
      case "syntax" -> new SQLException("syntax error at SELECT secret", "42601");
      default -> new IllegalStateException("secret of " + kind);
    };
  }
}
