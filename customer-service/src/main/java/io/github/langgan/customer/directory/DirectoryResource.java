package io.github.langgan.customer.directory;

import io.github.langgan.chassis.alias.FollowsAliases;
import io.github.langgan.chassis.conditional.ETags;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.paging.Cursor;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.paging.PageRequest;
import io.github.langgan.customer.access.AskedCustomers;
import io.github.langgan.customer.access.CallerRights;
import io.github.langgan.customer.model.Criterion;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Customers;
import io.github.langgan.customer.model.Standings;
import io.github.langgan.customer.representation.CustomerView;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/customers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Customers")
public class DirectoryResource {

  private final AskedCustomers asked;
  private final Customers customers;
  private final CallerRights rights;
  private final CriterionReader criteria;
  private final NamedCustomers named;
  private final FormerCustomers former;
  private final Standings standings;
  private final ShownStages stages;

  DirectoryResource(
      AskedCustomers asked,
      Customers customers,
      CallerRights rights,
      CriterionReader criteria,
      NamedCustomers named,
      FormerCustomers former,
      Standings standings,
      ShownStages stages) {
    this.asked = asked;
    this.customers = customers;
    this.rights = rights;
    this.criteria = criteria;
    this.named = named;
    this.former = former;
    this.standings = standings;
    this.stages = stages;
  }

  @GET
  @Path("{id}")
  @PermissionsAllowed("customers:read")
  @FollowsAliases
  @Operation(
      operationId = "getCustomer",
      summary = "Read a customer",
      description =
          "Partners see the customers that they registered, customers see themselves. Of one that"
              + " was merged into another the survivor is answered, with its own id and mergedInto;"
              + " partners see of it what came for the records that they registered. With asOf: what"
              + " was recorded at that time, the latest correction until then included, and who the"
              + " id meant then. Not found before the registration; version-not-kept for a version"
              + " that was replaced before replaced ones were kept; shared-customer for partners"
              + " and a time at which the customer was merged with records that others registered;"
              + " erased for staff, not found for all others, once nothing is kept.")
  @APIResponseSchema(CustomerView.class)
  @ProblemResponse({"version-not-kept", "shared-customer", "erased"})
  public Response get(
      @PathParam("id") UUID id,
      @QueryParam("asOf")
          @Parameter(
              description = "A time that has passed, with its offset; now when it is missing",
              schema = @Schema(type = SchemaType.STRING, format = "date-time", maxLength = 40))
          @Nullable String asOf) {
    Customer current = asked.customer(id);
    Customer customer =
        asOf == null ? current : former.asOf(new CustomerId(id), asOf, rights.visibility());
    CustomerView view = CustomerView.of(customer, id);
    return Response.ok(
            asOf == null ? view.with(standings.of(customer.id()), stages.of(customer)) : view)
        .tag(ETags.of(customer.version()))
        .build();
  }

  @GET
  @PermissionsAllowed("customers:read")
  @Operation(
      operationId = "findCustomers",
      summary = "Find customers",
      description =
          "By e-mail address, by telephone number in any writing, by identifier, or by name;"
              + " without any of these, all. Several customers may share an e-mail address or a"
              + " number. Newest first. With name: those in whose names each word asked for fits"
              + " one, in any order, with typos, in old spellings and without accents, or its"
              + " beginning from three letters on; best first: the same words, then the same"
              + " sounds, beginnings and typos, shorter names before longer ones, newest first."
              + " Whom an inactivity rule archived is found by a search, and left out of lists."
              + " Filters narrow all of this. With name, a page may hold fewer items than limit"
              + " although there is a next one.")
  public Page<CustomerView> find(
      @BeanParam PageRequest page,
      @BeanParam CustomerQuery query,
      @QueryParam("name")
          @Parameter(
              description = "A name, or words of it; the first eight count",
              schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 200))
          @Nullable String name) {
    Criterion criterion = criteria.read(query, name != null);
    if (name != null) {
      return named.find(name, criterion, rights.visibility(), page);
    }
    @Nullable CustomerId before =
        page.after().map(cursor -> new CustomerId(cursor.uuid(0))).orElse(null);
    List<Customer> found = customers.list(criterion, rights.visibility(), before, page.fetch());
    return Page.of(found, page, customer -> Cursor.of(customer.id())).map(CustomerView::from);
  }
}
