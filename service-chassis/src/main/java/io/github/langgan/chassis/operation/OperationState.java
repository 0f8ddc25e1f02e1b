package io.github.langgan.chassis.operation;

/** How far a piece of long work is. */
public enum OperationState {
  RUNNING,
  SUCCEEDED,
  FAILED
}
