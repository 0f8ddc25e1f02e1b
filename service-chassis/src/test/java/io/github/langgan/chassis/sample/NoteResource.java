package io.github.langgan.chassis.sample;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.alias.AnsweredIds;
import io.github.langgan.chassis.alias.FollowsAliases;
import io.github.langgan.chassis.conditional.ETags;
import io.github.langgan.chassis.conditional.IfMatch;
import io.github.langgan.chassis.conditional.MergePatch;
import io.github.langgan.chassis.event.Position;
import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.inbox.AnswersPosition;
import io.github.langgan.chassis.inbox.ReadAfter;
import io.github.langgan.chassis.operation.Operations;
import io.github.langgan.chassis.paging.Cursor;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.paging.PageRequest;
import io.github.langgan.chassis.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/notes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Notes", description = "Notes, to try the chassis on")
public class NoteResource {

  private final Notes notes;
  private final Operations operations;
  private final Aliases aliases;
  private final AnsweredIds answered;

  public NoteResource(Notes notes, Operations operations, Aliases aliases, AnsweredIds answered) {
    this.notes = notes;
    this.operations = operations;
    this.aliases = aliases;
    this.answered = answered;
  }

  @POST
  @Path("imports")
  @Transactional
  @PermissionsAllowed("cases:write")
  @APIResponse(responseCode = "202", description = "Started")
  @Operation(operationId = "importNotes", summary = "Import notes", description = "Long work.")
  public Response importNotes() {
    return Response.accepted().location(operations.location(operations.start("import"))).build();
  }

  @POST
  @Idempotent
  @PermissionsAllowed("cases:write")
  @APIResponseSchema(value = NoteView.class, responseCode = "201", responseDescription = "Written")
  @AnswersPosition
  @Operation(operationId = "writeNote", summary = "Write a note", description = "Writes a note.")
  public Response write(@Valid WriteNote note) {
    var view = notes.write(note);
    return Response.created(URI.create("/v1/notes/" + view.id()))
        .tag(ETags.of(view.version()))
        .header(ReadAfter.POSITION_HEADER, new Position("notes", view.id(), view.version()))
        .entity(view)
        .build();
  }

  @GET
  @PermissionsAllowed("cases:read")
  @Operation(operationId = "listNotes", summary = "List notes", description = "Oldest first.")
  public Page<NoteView> list(
      @BeanParam PageRequest page, @QueryParam("colour") WriteNote.@Nullable Colour colour) {
    var rows = notes.after(page.after(), page.fetch());
    return Page.of(rows, page, note -> Cursor.of(note.id()));
  }

  @GET
  @Path("{id}")
  @PermissionsAllowed("cases:read")
  @APIResponseSchema(NoteView.class)
  @FollowsAliases
  @Operation(operationId = "getNote", summary = "Read a note", description = "Reads one note.")
  public Response get(@PathParam("id") UUID id) {
    var note = notes.find(aliases.current(id)).orElseThrow(Problem::notFound);
    answered.answer(id, note.id());
    return Response.ok(note).tag(ETags.of(note.version())).build();
  }

  @PATCH
  @Path("{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @PermissionsAllowed("cases:write")
  @RequestBodySchema(UpdateNote.class)
  @APIResponseSchema(NoteView.class)
  @Operation(operationId = "updateNote", summary = "Change a note", description = "Changes a note.")
  public Response update(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) IfMatch ifMatch,
      MergePatch patch) {
    var note = notes.find(id).orElseThrow(Problem::notFound);
    ifMatch.check(note.version());
    var changed = notes.change(id, patch.applyTo(new UpdateNote(note.code(), note.text())));
    return Response.ok(changed).tag(ETags.of(changed.version())).build();
  }
}
