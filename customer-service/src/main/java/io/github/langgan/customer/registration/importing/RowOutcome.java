package io.github.langgan.customer.registration.importing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Of one row. */
@Schema(
    name = "RowOutcome",
    description =
        "REGISTERED: in a dry run, it would be. DUPLICATE: the same was registered before, or stands"
            + " earlier in the file.")
public enum RowOutcome {
  REGISTERED,
  DUPLICATE,
  REJECTED
}
