package io.github.langgan.customer.representation;

import io.github.langgan.customer.model.Note;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "Note",
    description =
        "What whoever serves the customer should know and no field is made for. All who may see"
            + " the customer read it, the customer included.")
public record NoteBody(
    @Schema(description = "What it is about", maxLength = 40, examples = "delivery")
        @Nullable String label,
    @Schema(required = true, description = "One or more lines", minLength = 1, maxLength = 1_000)
        String text) {

  public static NoteBody of(Note note) {
    return new NoteBody(note.label(), note.text());
  }

  Note toNote() {
    return new Note(label, Required.of("text", text));
  }
}
