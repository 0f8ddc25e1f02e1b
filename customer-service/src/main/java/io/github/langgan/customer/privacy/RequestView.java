package io.github.langgan.customer.privacy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PrivacyRequest", description = "A request, and how far each service is with it.")
public record RequestView(
    @Schema(required = true) UUID privacyRequestId,
    @Schema(required = true) RequestKind kind,
    @Schema(required = true) UUID customerId,
    @Schema(required = true) RequestStatus status,
    @Nullable String channel,
    @Schema(description = "Blank once all is erased") @Nullable String reason,
    @Schema(description = "What an objection is against; everything if absent")
        @Nullable String purpose,
    @Schema(description = "Over which channels; every channel if absent")
        @Nullable List<String> channels,
    @Schema(required = true) Instant receivedAt,
    @Schema(required = true, description = "Three days after it was received") Instant dueAt,
    @Schema(required = true, description = "It is open still, and too late") boolean overdue,
    @Nullable VerificationView verification,
    @Schema(description = "Why it was refused; (erased) once the customer is")
        @Nullable String refusalReason,
    @Nullable Instant endedAt,
    @Schema(description = "Of a rectification: the version of the customer that put it right")
        @Nullable Integer customerVersion,
    @Schema(
            required = true,
            description = "Of those that all services take part in, from the verification on")
        List<ServiceProgress> services,
    @Schema(required = true) int version) {

  @Schema(name = "PrivacyRequestVerification")
  public record VerificationView(
      @Schema(required = true) String method,
      @Nullable String reference,
      @Schema(required = true) Instant at) {

    static @Nullable VerificationView of(StoredRequest request) {
      String method = request.verificationMethod();
      Instant at = request.verifiedAt();
      return method == null || at == null
          ? null
          : new VerificationView(method, request.verificationReference(), at);
    }
  }

  static RequestView of(StoredRequest request, List<StoredReceipt> receipts, Instant now) {
    return new RequestView(
        request.id(),
        request.kind(),
        request.customerId(),
        request.status(),
        request.channel(),
        request.reason(),
        request.purpose(),
        request.channels(),
        request.receivedAt(),
        request.dueAt(),
        request.isOverdue(now),
        VerificationView.of(request),
        request.refusalReason(),
        request.endedAt(),
        request.customerVersion(),
        receipts.stream().map(ServiceProgress::of).toList(),
        request.version());
  }
}
