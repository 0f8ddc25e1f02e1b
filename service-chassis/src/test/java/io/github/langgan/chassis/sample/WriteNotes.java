package io.github.langgan.chassis.sample;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What the body of a batch looks like; it is read item by item. */
public record WriteNotes(@NotNull @Size(max = 1000) List<WriteNote> items) {}
