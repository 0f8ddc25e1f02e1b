package io.github.langgan.loyalty.program;

import io.github.langgan.loyalty.model.EarnsFrom;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.Terms;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program as someone wants it.
 *
 * @param cardPrefix null: any that is free
 * @param terms that it begins with
 */
record ProgramDraft(
    String name,
    String currency,
    ZoneId zone,
    EarnsFrom earnsFrom,
    @Nullable String cardPrefix,
    Terms terms) {

  Program toProgram(ProgramId id, String prefix, Instant at) {
    return new Program(
        id,
        name,
        currency,
        zone,
        earnsFrom,
        prefix,
        List.of(terms.beginningAt(at)),
        List.of(),
        at,
        1);
  }

  /** A program that promises other things since is another one. */
  boolean describes(Program program) {
    String prefix = cardPrefix == null ? program.cardPrefix() : cardPrefix;
    return toProgram(program.id(), prefix, program.createdAt()).equals(program);
  }
}
