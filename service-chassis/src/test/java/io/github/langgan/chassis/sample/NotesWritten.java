package io.github.langgan.chassis.sample;

import io.github.langgan.chassis.problem.ProblemBody;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public record NotesWritten(int written, int refused, List<Outcome> items) {

  public record Outcome(int index, @Nullable UUID id, @Nullable ProblemBody problem) {}
}
