package io.github.langgan.chassis.json;

import io.github.langgan.chassis.problem.Problem;

/** One element of a bulk request: what was read, or why it was refused. */
public sealed interface Item<T> {

  /** Its place in the request, from 0. */
  int index();

  record Read<T>(int index, T value) implements Item<T> {}

  record Refused<T>(int index, Problem problem) implements Item<T> {}
}
