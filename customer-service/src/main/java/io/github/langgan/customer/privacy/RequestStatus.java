package io.github.langgan.customer.privacy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a request is. */
@Schema(
    name = "PrivacyRequestStatus",
    description =
        "AWAITING_VERIFICATION: it is not certain yet who asks. IN_PROGRESS: some services have not"
            + " answered yet.")
public enum RequestStatus {
  AWAITING_VERIFICATION,
  IN_PROGRESS,
  COMPLETED,
  REFUSED;

  boolean isOpen() {
    return this == AWAITING_VERIFICATION || this == IN_PROGRESS;
  }
}
