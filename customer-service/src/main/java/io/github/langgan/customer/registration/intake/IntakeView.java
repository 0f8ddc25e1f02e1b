package io.github.langgan.customer.registration.intake;

import io.github.langgan.customer.model.Confidence;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Intake", description = "A form that was taken in.")
public record IntakeView(
    @Schema(required = true) UUID intakeId,
    @Schema(
            required = true,
            description = "Whom it came for: the customer, or a record merged into it since")
        UUID customerId,
    @Schema(required = true) IntakeForm form,
    @Schema(required = true) String externalId,
    @Schema(required = true) Outcome outcome,
    @Schema(
            required = true,
            description = "What of the form the customer's record lacked and got: pointers")
        List<String> supplemented,
    @Schema(required = true) List<Difference> differences,
    @Schema(required = true, description = "As the form says") FormCustomer customer,
    @Nullable WarrantyCard warrantyCard,
    @Nullable CreditApplication creditApplication,
    @Nullable ServiceRequest serviceRequest,
    @Nullable MemberCard memberCard,
    @Nullable WebForm webForm,
    @Schema(required = true, description = "When the customer handed it in") Instant receivedAt,
    @Schema(required = true, description = "As it was stated, else by the rule of the form")
        BigDecimal confidence,
    @Schema(description = "That sent it, if one did") @Nullable String partner,
    @Schema(required = true) Instant recordedAt) {

  /**
   * @param ours what the customer's record says at the moment, as far as the reader sees it
   */
  static IntakeView of(Intake intake, FormCustomer ours, Confidence confidence) {
    FormDetails details = intake.details();
    return new IntakeView(
        intake.id(),
        intake.customerId(),
        intake.form(),
        intake.externalId(),
        intake.outcome(),
        intake.supplemented(),
        Difference.between(ours, intake.said()),
        intake.said(),
        details instanceof WarrantyCard card ? card : null,
        details instanceof CreditApplication application ? application : null,
        details instanceof ServiceRequest request ? request : null,
        details instanceof MemberCard card ? card : null,
        details instanceof WebForm page ? page : null,
        intake.source().receivedAt(),
        confidence.value(),
        intake.by().partner(),
        intake.recordedAt());
  }
}
