package io.github.langgan.loyalty.voucher.checkout;

import io.github.langgan.chassis.openapi.ProblemResponse;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/loyalty/voucher-validations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Vouchers")
public class ValidationResource {

  private final CheckoutCheck checkoutCheck;
  private final ValidateVouchers validateVouchers;

  ValidationResource(CheckoutCheck checkoutCheck, ValidateVouchers validateVouchers) {
    this.checkoutCheck = checkoutCheck;
    this.validateVouchers = validateVouchers;
  }

  @POST
  @PermissionsAllowed("vouchers:redeem")
  @Operation(
      operationId = "validateVouchers",
      summary = "Ask what vouchers give",
      description =
          "Which codes apply to an order, what each takes off each line, and why the others don't."
              + " Nothing is held or changed. Percents are taken off before amounts, each of what"
              + " those before it have left. Who asks for too many codes that don't exist is"
              + " answered 429 for a while.")
  @ProblemResponse("unknown-customer")
  public ValidationView validate(@Valid ValidateRequest request) {
    Checkout checkout = checkoutCheck.checkout(request);
    return ValidationView.of(validateVouchers.validate(checkout), checkout.order());
  }
}
