package io.github.langgan.chassis.problem;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What the {@code type} of a problem leads to. */
@Path("/problems")
@PermitAll
public class ProblemPages {

  /** The index, from which the gateway learns which service explains which problem. */
  public record Index(List<Entry> items) {}

  public record Entry(String type, int status, String title) {}

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public Index index(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
    var locale = Language.preferred(language);
    return new Index(
        ProblemCatalogue.all().stream()
            .map(t -> new Entry(t.uri().toString(), t.status(), t.title(locale)))
            .toList());
  }

  @GET
  @Path("{slug}")
  @Produces(MediaType.TEXT_HTML)
  @Operation(hidden = true)
  public Response page(
      @PathParam("slug") String slug,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
    var type = ProblemCatalogue.find(slug);
    if (type == null) {
      throw Problem.notFound();
    }
    var locale = Language.preferred(language);
    return Response.ok(ProblemPage.of(type, locale))
        .header(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }
}
