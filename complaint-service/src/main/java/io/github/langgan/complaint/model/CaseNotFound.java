package io.github.langgan.complaint.model;

public class CaseNotFound extends RuntimeException {

  public CaseNotFound(CaseId id) {
    super("no case " + id);
  }
}
