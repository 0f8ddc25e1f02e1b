package io.github.langgan.customer.registration.importing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an import is. */
@Schema(
    name = "ImportState",
    description =
        "RECEIVING: not yet accepted. RUNNING: what was received is worked off. SUCCEEDED: each row"
            + " has its result. FAILED: given up; rows without a result were not looked at."
            + " CANCELLED: by somebody; the same is true.")
public enum ImportState {
  RECEIVING,
  RUNNING,
  SUCCEEDED,
  FAILED,
  CANCELLED
}
