package io.github.langgan.loyalty.program;

import io.github.langgan.loyalty.model.EarnsFrom;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.Rounding;
import io.github.langgan.loyalty.model.Validity;
import io.github.langgan.loyalty.model.rule.EarningRule;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A program as someone wants it.
 *
 * @param cardPrefix null: any that is free
 */
record ProgramDraft(
    String name,
    String currency,
    ZoneId zone,
    @Nullable Validity validity,
    Rounding rounding,
    EarnsFrom earnsFrom,
    @Nullable String cardPrefix,
    EarningRule rule) {

  Program toProgram(ProgramId id, String prefix, Instant at) {
    return new Program(
        id, name, currency, zone, validity, rounding, earnsFrom, prefix, rule, at, 1);
  }

  boolean describes(Program program) {
    String prefix = cardPrefix == null ? program.cardPrefix() : cardPrefix;
    return toProgram(program.id(), prefix, program.createdAt()).equals(program);
  }
}
