package io.github.langgan.loyalty.program;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.Programs;
import io.github.langgan.loyalty.model.card.CardRange;
import io.github.langgan.loyalty.model.card.CardRanges;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Sets up a program with version 1 of its terms, and its first range of card numbers. */
@Singleton
class CreateProgram {

  private final Programs programs;
  private final CardRanges ranges;
  private final Audit audit;
  private final Clock clock;

  CreateProgram(Programs programs, CardRanges ranges, Audit audit, Clock clock) {
    this.programs = programs;
    this.ranges = ranges;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param once when a program of that description exists, answers it instead of making another
   */
  @Transactional
  public Creation create(ProgramDraft draft, boolean once) {
    if (once) {
      Optional<Program> same =
          programs.named(draft.name()).stream().filter(draft::describes).findFirst();
      if (same.isPresent()) {
        return new Creation.Existing(same.get());
      }
    }
    return draft.cardPrefix() == null
        ? createWithFreePrefix(draft)
        : create(draft, draft.cardPrefix());
  }

  private Creation createWithFreePrefix(ProgramDraft draft) {
    Creation creation = create(draft, programs.nextCardPrefix());
    while (creation instanceof Creation.CardPrefixTaken) {
      creation = create(draft, programs.nextCardPrefix());
    }
    return creation;
  }

  private Creation create(ProgramDraft draft, String cardPrefix) {
    Program program = draft.toProgram(ProgramId.next(), cardPrefix, clock.instant());
    if (!ranges.add(CardRange.firstOf(program))) {
      return new Creation.CardPrefixTaken();
    }
    programs.add(program);
    audit.record("program.created", "program", program.id(), "", Map.of());
    return new Creation.Created(program);
  }
}
