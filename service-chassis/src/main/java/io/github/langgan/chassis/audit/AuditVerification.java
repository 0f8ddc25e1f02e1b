package io.github.langgan.chassis.audit;

import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether the chain holds, and if not, where it breaks first. */
@Schema(description = "Whether the chain of the audit trail holds, and if not, where it breaks")
public record AuditVerification(
    boolean intact,
    @Schema(description = "Entries sealed and found as they were written") long verified,
    @Schema(description = "Entries committed but not sealed yet") long waiting,
    @Schema(description = "Hash of the whole chain; keep it elsewhere to notice a cut-off end")
        @Nullable String head,
    @Schema(description = "Place of the first break") @Nullable Long brokenAt,
    @Nullable String fault) {

  static AuditVerification intact(long verified, byte[] head, long waiting) {
    return new AuditVerification(
        true, verified, waiting, HexFormat.of().formatHex(head), null, null);
  }

  static AuditVerification broken(long at, String fault) {
    return new AuditVerification(false, at - 1, 0, null, at, fault);
  }
}
