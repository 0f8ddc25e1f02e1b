package io.github.langgan.customer.registration.intake;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of a form. */
@Schema(
    name = "IntakeOutcome",
    description =
        "SUPPLEMENTED: the customer was known, and its record got what it lacked. UNCHANGED: it"
            + " lacked nothing.")
public enum Outcome {
  REGISTERED,
  SUPPLEMENTED,
  UNCHANGED
}
