package io.github.langgan.chassis.sample;

import io.github.langgan.chassis.json.Item;
import io.github.langgan.chassis.json.StrictJson;
import io.github.langgan.chassis.problem.Language;
import io.github.langgan.chassis.problem.ProblemBody;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/notes/batch")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Notes", description = "Notes, to try the chassis on")
public class NoteBatchResource {

  private static final int MOST = 1000;

  private final Notes notes;
  private final StrictJson json;

  public NoteBatchResource(Notes notes, StrictJson json) {
    this.notes = notes;
    this.json = json;
  }

  @POST
  @Consumes({MediaType.APPLICATION_JSON, "application/x-ndjson"})
  @Transactional
  @PermissionsAllowed("cases:write")
  @RequestBodySchema(WriteNotes.class)
  @Operation(operationId = "writeNotes", summary = "Write notes", description = "One by one.")
  public NotesWritten write(
      InputStream body,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) String type,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) @Nullable String wish) {
    var language = Language.preferred(wish);
    var outcomes =
        json.itemsOrLines(body, type, WriteNote.class, MOST).all().stream()
            .map(item -> outcome(item, language))
            .toList();
    int refused = (int) outcomes.stream().filter(outcome -> outcome.problem() != null).count();
    return new NotesWritten(outcomes.size() - refused, refused, outcomes);
  }

  private NotesWritten.Outcome outcome(Item<WriteNote> item, Locale language) {
    return switch (item) {
      case Item.Read<WriteNote>(int index, WriteNote note) ->
          new NotesWritten.Outcome(index, notes.write(note).id(), null);
      case Item.Refused<WriteNote>(int index, var problem) ->
          new NotesWritten.Outcome(index, null, ProblemBody.ofItem(problem, language));
    };
  }
}
