package io.github.langgan.customer.merging;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a merge is. */
@Schema(
    description =
        "PREVIEWING, PREVIEWED, INCOMPLETE (a service did not answer in time): of a dry run."
            + " MERGING, UNDOING: some services are PENDING.")
public enum MergeState {
  PREVIEWING,
  PREVIEWED,
  INCOMPLETE,
  MERGING,
  MERGED,
  UNDOING,
  UNDONE
}
