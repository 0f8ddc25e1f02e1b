package io.github.langgan.analytics.customervalue;

import io.github.langgan.analytics.customervalue.CustomerDirectory.Found;
import io.github.langgan.analytics.model.Lifecycle;
import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.alias.AnsweredIds;
import io.github.langgan.chassis.alias.FollowsAliases;
import io.github.langgan.chassis.erasure.AskedSubjects;
import io.github.langgan.chassis.inbox.FreshnessView;
import io.github.langgan.chassis.inbox.ReadAfter;
import io.github.langgan.chassis.inbox.ReadsAfter;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.security.Caller;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/analytics/customers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Customer figures", description = "What one customer is worth and how it behaves")
public class CustomerAnalyticsResource {

  private static final String PROFILE = "crm.profile";
  private static final String COMPLAINT = "crm.complaint";

  private final Aliases aliases;
  private final CustomerDirectory customers;
  private final SectionFreshness freshness;
  private final Duration gapUntilKnown;
  private final Clock clock;
  private final Caller caller;
  private final AskedSubjects asked;
  private final AnsweredIds answered;

  CustomerAnalyticsResource(
      Aliases aliases,
      CustomerDirectory customers,
      SectionFreshness freshness,
      @ConfigProperty(name = "langgan.lifecycle.gap-until-known") Duration gapUntilKnown,
      Clock clock,
      Caller caller,
      AskedSubjects asked,
      AnsweredIds answered) {
    this.aliases = aliases;
    this.customers = customers;
    this.freshness = freshness;
    this.gapUntilKnown = gapUntilKnown;
    this.clock = clock;
    this.caller = caller;
    this.asked = asked;
    this.answered = answered;
  }

  @GET
  @Path("{customerId}")
  @ReadsAfter
  @PermissionsAllowed("analytics:read")
  @FollowsAliases
  @Operation(
      operationId = "getCustomerAnalytics",
      summary = "Read a customer's figures",
      description =
          "With Prefer: wait and the Langgan-Position of a write, what it wrote is waited for. A"
              + " customer who calls sees its own figures. An id that was merged into another is"
              + " answered with the survivor's. Of who was erased: erased for staff, not found for"
              + " all others.")
  @ProblemResponse("erased")
  public CustomerAnalytics get(
      @PathParam("customerId") UUID customerId, @Context HttpHeaders headers) {
    requireSelfOr404(customerId);
    asked.requireNotErased(customerId);
    Map<String, FreshnessView> fresh =
        freshness.after(ReadAfter.of(headers), customerId, List.of(PROFILE, COMPLAINT));
    Found found = customers.figures(customerId).orElseThrow(Problem::notFound);
    answered.answer(customerId, found.figures().customerId());
    return view(customerId, found, fresh.get(PROFILE), fresh.get(COMPLAINT));
  }

  /** A customer is itself under each id that means it. */
  private void requireSelfOr404(UUID asked) {
    UUID meant = aliases.current(asked);
    if (caller.isCustomer()
        && !caller.customerId().map(aliases::current).filter(meant::equals).isPresent()) {
      throw Problem.notFound();
    }
  }

  private CustomerAnalytics view(
      UUID asked, Found found, FreshnessView sales, FreshnessView service) {
    Instant now = clock.instant();
    CustomerFigures figures = found.figures();
    List<CurrencyFigures> currencies = found.currencies();
    UUID customer = figures.customerId();
    return new CustomerAnalytics(
        customer,
        customer.equals(asked) ? null : customer,
        RfmView.from(figures, sales, now),
        ValueView.from(figures, currencies, sales),
        ProfitView.from(currencies, sales),
        StageView.from(figures, lifecycle(figures), sales, now),
        new ServiceView(figures.casesOpened(), figures.casesResolved(), service.asOf(), service),
        SegmentView.from(figures));
  }

  private Lifecycle lifecycle(CustomerFigures figures) {
    return new Lifecycle(
        figures.medianGapSeconds() == null
            ? gapUntilKnown
            : Duration.ofSeconds(figures.medianGapSeconds()));
  }
}
