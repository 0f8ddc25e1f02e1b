package io.github.langgan.loyalty.voucher.issuing;

import static java.util.Objects.requireNonNull;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.alias.AnsweredIds;
import io.github.langgan.chassis.alias.FollowsAliases;
import io.github.langgan.chassis.erasure.AskedSubjects;
import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.paging.Cursor;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.paging.PageRequest;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.security.Caller;
import io.github.langgan.loyalty.access.OwnCustomer;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.voucher.Campaign;
import io.github.langgan.loyalty.model.voucher.CampaignId;
import io.github.langgan.loyalty.model.voucher.Campaigns;
import io.github.langgan.loyalty.model.voucher.Voucher;
import io.github.langgan.loyalty.model.voucher.Vouchers;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/loyalty/vouchers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Vouchers", description = "Given to customers, and used for orders")
public class VoucherResource {

  private final Vouchers vouchers;
  private final Campaigns campaigns;
  private final Aliases aliases;
  private final OwnCustomer ownCustomer;
  private final AskedSubjects subjects;
  private final ErasedSubjects erased;
  private final AnsweredIds answered;
  private final Caller caller;

  VoucherResource(
      Vouchers vouchers,
      Campaigns campaigns,
      Aliases aliases,
      OwnCustomer ownCustomer,
      AskedSubjects subjects,
      ErasedSubjects erased,
      AnsweredIds answered,
      Caller caller) {
    this.vouchers = vouchers;
    this.campaigns = campaigns;
    this.aliases = aliases;
    this.ownCustomer = ownCustomer;
    this.subjects = subjects;
    this.erased = erased;
    this.answered = answered;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed("loyalty:read")
  @FollowsAliases
  @Operation(
      operationId = "listVouchers",
      summary = "List a customer's vouchers",
      description =
          "Those that were given to the customer, the newest first. Only the customer itself reads"
              + " the codes; others their endings.")
  @ProblemResponse({"not-found", "erased"})
  public Page<VoucherView> list(
      @BeanParam PageRequest page,
      @QueryParam("customerId") @Parameter(required = true, description = "Whose vouchers")
          @Nullable UUID customerId) {
    if (customerId == null) {
      throw Problem.invalidParameter("customerId", "must be given");
    }
    @Nullable UUID after = page.after().map(cursor -> cursor.uuid(0)).orElse(null);
    int fetch = page.fetch();
    CustomerId customer = new CustomerId(aliases.current(customerId));
    List<Voucher> own = List.of();
    if (ownCustomer.maySee(customer)) {
      subjects.requireNotErased(customerId);
      answered.answer(customerId, customer.value());
      own = vouchers.of(customer, after, fetch);
    }
    Map<CampaignId, Campaign> terms =
        campaigns.withIds(own.stream().map(Voucher::campaign).toList()).stream()
            .collect(Collectors.toMap(Campaign::id, one -> one));
    return Page.of(own, page, one -> Cursor.of(one.id()))
        .map(one -> VoucherView.from(one, terms.get(one.campaign()), caller.isCustomer()));
  }

  @GET
  @Path("{voucherId}")
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "getVoucher",
      summary = "Read a voucher",
      description = "Its customer reads the code; others its ending.")
  public VoucherView get(@PathParam("voucherId") UUID voucherId) {
    Voucher voucher = vouchers.find(voucherId).filter(this::maySee).orElseThrow(Problem::notFound);
    Campaign campaign = campaigns.find(voucher.campaign()).orElseThrow();
    return VoucherView.from(voucher, campaign, caller.isCustomer());
  }

  /** A customer sees what was given to it; what was given to someone who was erased, nobody. */
  private boolean maySee(Voucher voucher) {
    if (voucher.customer() == null) {
      return !caller.isCustomer();
    }
    return ownCustomer.maySee(voucher.customer())
        && !erased.contains(requireNonNull(voucher.cameFor()).value());
  }
}
