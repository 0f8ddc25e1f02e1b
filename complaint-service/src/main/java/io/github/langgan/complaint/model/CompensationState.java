package io.github.langgan.complaint.model;

public enum CompensationState {
  PROMISED,
  GIVEN,
  REFUSED
}
