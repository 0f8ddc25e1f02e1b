package io.github.langgan.customer.privacy;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
    name = "ErasureCertificate",
    description = "That a customer was erased, by whom, and what had to be kept. No personal data.")
public record CertificateView(
    @Schema(required = true) UUID privacyRequestId,
    @Schema(required = true) UUID customerId,
    @Schema(required = true, description = "All ids under which the customer was known")
        List<UUID> subjects,
    @Schema(required = true) Instant receivedAt,
    @Schema(required = true) Instant verifiedAt,
    @Schema(required = true) String verificationMethod,
    @Schema(required = true) Instant completedAt,
    @Schema(required = true, description = "Whether that was within three days") boolean inTime,
    @Schema(required = true) List<ServiceProgress> services) {

  /** Of an erasure that is complete. */
  static CertificateView of(StoredRequest request, List<StoredReceipt> receipts) {
    Instant completedAt = requireNonNull(request.endedAt());
    return new CertificateView(
        request.id(),
        request.customerId(),
        requireNonNull(request.subjects()),
        request.receivedAt(),
        requireNonNull(request.verifiedAt()),
        requireNonNull(request.verificationMethod()),
        completedAt,
        !completedAt.isAfter(request.dueAt()),
        receipts.stream().map(ServiceProgress::of).toList());
  }
}
