package io.github.langgan.customer.privacy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is asked for. */
@Schema(
    name = "PrivacyRequestKind",
    description = "ERASURE: nothing is kept of the customer but what the law demands.")
public enum RequestKind {
  ERASURE
}
