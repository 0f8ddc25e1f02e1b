package io.github.langgan.loyalty.voucher.checkout;

import io.github.langgan.chassis.conditional.ETags;
import io.github.langgan.chassis.inbox.AnswersPosition;
import io.github.langgan.chassis.inbox.ReadAfter;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.loyalty.model.voucher.Reservation;
import io.github.langgan.loyalty.model.voucher.Verdict;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/loyalty/voucher-reservations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Vouchers")
public class ReservationResource {

  private static final ProblemType REFUSED = ProblemType.of("vouchers-refused");
  private static final ProblemType CONFLICT = ProblemType.of("voucher-order-conflict");
  private static final ProblemType OVER = ProblemType.of("voucher-reservation-over");
  private static final ProblemType UNKNOWN_CUSTOMER = ProblemType.of("unknown-customer");

  private final CheckoutCheck checkoutCheck;
  private final ReserveVouchers reserveVouchers;
  private final EndReservation endReservation;
  private final VisibleReservations visible;
  private final Clock clock;

  ReservationResource(
      CheckoutCheck checkoutCheck,
      ReserveVouchers reserveVouchers,
      EndReservation endReservation,
      VisibleReservations visible,
      Clock clock) {
    this.checkoutCheck = checkoutCheck;
    this.reserveVouchers = reserveVouchers;
    this.endReservation = endReservation;
    this.visible = visible;
    this.clock = clock;
  }

  @POST
  @PermissionsAllowed("vouchers:redeem")
  @Operation(
      operationId = "reserveVouchers",
      summary = "Hold vouchers for an order",
      description =
          "All or none, with the budget that pays for them, for a while. The same order again"
              + " answers its reservation; while that stands, the order can't have another.")
  @APIResponse(
      responseCode = "201",
      description = "Held",
      content = @Content(schema = @Schema(implementation = ReservationView.class)))
  @APIResponse(
      responseCode = "200",
      description = "The reservation that the order has already",
      content = @Content(schema = @Schema(implementation = ReservationView.class)))
  @ProblemResponse({"vouchers-refused", "voucher-order-conflict", "unknown-customer"})
  public Response reserve(@Valid ReserveRequest request) {
    Checkout checkout = checkoutCheck.checkout(request.asked());
    return switch (reserveVouchers.reserve(checkout, request.holdFor())) {
      case ReservationOutcome.Reserved(var one) ->
          answer(Response.created(URI.create("/v1/loyalty/voucher-reservations/" + one.id())), one);
      case ReservationOutcome.Existing(var one) -> answer(Response.ok(), one);
      case ReservationOutcome.OtherContent(UUID id) ->
          throw Problem.of(CONFLICT).with("reservationId", id);
      case ReservationOutcome.Refused(var verdicts) ->
          throw Problem.of(REFUSED).with("vouchers", refusals(verdicts));
      case ReservationOutcome.UnknownCustomer unknown ->
          throw Problem.of(UNKNOWN_CUSTOMER)
              .withError("/customerId", "unknown", "no such customer");
    };
  }

  @GET
  @Path("{reservationId}")
  @PermissionsAllowed("vouchers:redeem")
  @Operation(
      operationId = "getVoucherReservation",
      summary = "Read a reservation",
      description = "With what returns have left of its discounts. Partners see their own.")
  @APIResponse(
      responseCode = "200",
      description = "The reservation",
      content = @Content(schema = @Schema(implementation = ReservationView.class)))
  public Response get(@PathParam("reservationId") UUID reservationId) {
    return answer(Response.ok(), visible.find(reservationId).orElseThrow(Problem::notFound));
  }

  @POST
  @Path("{reservationId}/confirmation")
  @PermissionsAllowed("vouchers:redeem")
  @AnswersPosition
  @Operation(
      operationId = "redeemVouchers",
      summary = "Use what is held",
      description = "The order is made. The same again changes nothing.")
  @APIResponse(
      responseCode = "200",
      description = "Used",
      content = @Content(schema = @Schema(implementation = ReservationView.class)))
  @ProblemResponse({"not-found", "voucher-reservation-over"})
  public Response confirm(@PathParam("reservationId") UUID reservationId) {
    return answer(endReservation.confirm(reservationId));
  }

  @POST
  @Path("{reservationId}/release")
  @PermissionsAllowed("vouchers:redeem")
  @AnswersPosition
  @Operation(
      operationId = "releaseVouchers",
      summary = "Let vouchers go",
      description =
          "The order is not made: what was held, or used already, can be used again. The same again"
              + " changes nothing. What a customer returns needs no release.")
  @APIResponse(
      responseCode = "200",
      description = "Let go",
      content = @Content(schema = @Schema(implementation = ReservationView.class)))
  @ProblemResponse("not-found")
  public Response release(@PathParam("reservationId") UUID reservationId) {
    return answer(endReservation.release(reservationId));
  }

  private Response answer(Ending ending) {
    return switch (ending) {
      case Ending.Done(var one, var position) -> {
        Response.ResponseBuilder response = Response.ok();
        yield answer(
            position == null ? response : response.header(ReadAfter.POSITION_HEADER, position),
            one);
      }
      case Ending.Over(var one) ->
          throw Problem.of(OVER)
              .with("state", ReservationView.of(one, clock.instant()).state().name());
      case Ending.Missing missing -> throw Problem.notFound();
    };
  }

  private Response answer(Response.ResponseBuilder response, Reservation one) {
    return response
        .tag(ETags.of(one.version()))
        .entity(ReservationView.of(one, clock.instant()))
        .build();
  }

  private static List<Map<String, String>> refusals(List<Verdict> verdicts) {
    return verdicts.stream()
        .filter(Verdict.Refused.class::isInstance)
        .map(Verdict.Refused.class::cast)
        .map(one -> Map.of("code", one.asked().typed(), "reason", one.reason().name()))
        .toList();
  }
}
