package io.github.langgan.customer.privacy;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PrivacyReceipt", description = "What a service did for the request.")
public record ServiceProgress(
    @Schema(required = true, examples = "loyalty") String service,
    @Schema(required = true) State state,
    @Schema(description = "When it was done") @Nullable Instant at,
    @Schema(description = "How many of what, in the service's own words", type = SchemaType.OBJECT)
        @JsonRawValue
        @Nullable String erased,
    @Schema(
            description =
                "What has to be kept, without the person: what, count, legalReason, and until when",
            type = SchemaType.ARRAY,
            implementation = Object.class)
        @JsonRawValue
        @Nullable String retained) {

  /** Of one service. */
  @Schema(name = "PrivacyReceiptState", description = "PENDING: it has not answered yet.")
  public enum State {
    PENDING,
    DONE
  }

  static ServiceProgress of(StoredReceipt receipt) {
    return new ServiceProgress(
        receipt.service(),
        receipt.answeredAt() == null ? State.PENDING : State.DONE,
        receipt.answeredAt(),
        receipt.erased(),
        receipt.retained());
  }
}
