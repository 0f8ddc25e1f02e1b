package io.github.langgan.complaint.model;

public enum CaseKind {
  INQUIRY,
  COMPLAINT
}
