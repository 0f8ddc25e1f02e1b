package io.github.langgan.loyalty.program;

import io.github.langgan.loyalty.model.Program;

sealed interface Creation {

  record Created(Program program) implements Creation {}

  /** A program of that very description exists. */
  record Existing(Program program) implements Creation {}

  /** Another range has some of the numbers that begin with it. */
  record CardPrefixTaken() implements Creation {}
}
