package io.github.langgan.profile.directory;

import io.github.langgan.chassis.alias.AnsweredIds;
import io.github.langgan.chassis.alias.FollowsAliases;
import io.github.langgan.chassis.erasure.AskedSubjects;
import io.github.langgan.chassis.openapi.ProblemResponse;
import io.github.langgan.chassis.paging.Cursor;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.paging.PageRequest;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.security.Caller;
import io.github.langgan.profile.model.CustomerReference;
import io.github.langgan.profile.model.CustomerReferences;
import io.github.langgan.profile.model.Customers;
import io.github.langgan.profile.model.Transaction;
import io.github.langgan.profile.model.Transactions;
import io.github.langgan.profile.representation.TransactionView;
import io.github.langgan.profile.representation.VisibleCustomers;
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
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Transactions that were recorded. */
@Path("/v1/transactions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Transactions", description = "Purchases and returns that partners report")
public class TransactionDirectoryResource {

  private final TransactionSearch search;
  private final Transactions transactions;
  private final CustomerReferences references;
  private final Caller caller;
  private final Customers customers;
  private final VisibleCustomers visibleCustomers;
  private final AskedSubjects asked;
  private final AnsweredIds answered;

  TransactionDirectoryResource(
      TransactionSearch search,
      Transactions transactions,
      CustomerReferences references,
      Caller caller,
      Customers customers,
      VisibleCustomers visibleCustomers,
      AskedSubjects asked,
      AnsweredIds answered) {
    this.search = search;
    this.transactions = transactions;
    this.references = references;
    this.caller = caller;
    this.customers = customers;
    this.visibleCustomers = visibleCustomers;
    this.asked = asked;
    this.answered = answered;
  }

  @GET
  @Path("{transactionId}")
  @PermissionsAllowed("transactions:read")
  @Operation(
      operationId = "getTransaction",
      summary = "A transaction",
      description =
          "A transaction with its lines and whose it is. A partner sees its own, a customer its"
              + " own.")
  public TransactionView transaction(@PathParam("transactionId") UUID transactionId) {
    return views(transactions.withIds(List.of(transactionId))).stream()
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  @GET
  @PermissionsAllowed("transactions:read")
  @FollowsAliases
  @Operation(
      operationId = "listTransactions",
      summary = "Find transactions",
      description =
          "By the partner's number or by the customer (also by the id of a record that was merged"
              + " into it), the newest first. A partner sees its own, a"
              + " customer its own. By who was erased: erased for staff, not found for all others;"
              + " what the law keeps is found by its own id or number.")
  @ProblemResponse({"not-found", "erased"})
  public Page<TransactionView> find(
      @QueryParam("externalId")
          @Parameter(
              description = "The partner's number",
              schema = @Schema(type = SchemaType.STRING, maxLength = 100))
          @Nullable String externalId,
      @QueryParam("customerId") @Nullable UUID customerId,
      @BeanParam PageRequest page) {
    if ((externalId == null) == (customerId == null)) {
      throw Problem.invalidParameter("externalId", "give either externalId or customerId");
    }
    @Nullable UUID customer = customerId == null ? null : kept(customerId);
    List<TransactionSearch.Found> found =
        customer == null
            ? search.byExternalId(externalId, caller.partner(), page.after(), page.fetch())
            : search.ofCustomer(customer, caller.partner(), page.after(), page.fetch());
    Page<TransactionSearch.Found> ids =
        Page.of(found, page, one -> Cursor.of(one.occurredAt(), one.transactionId()));
    List<UUID> order = ids.items().stream().map(TransactionSearch.Found::transactionId).toList();
    var views =
        views(transactions.withIds(order)).stream()
            .sorted(java.util.Comparator.comparing(view -> order.indexOf(view.transactionId())))
            .toList();
    // whom an id means is not for somebody who sees nothing of it
    if (customer != null && (caller.isStaff() || !views.isEmpty())) {
      answered.answer(customerId, customer);
    }
    return new Page<>(views, ids.nextCursor());
  }

  /** Whom the id means now. A customer is not told that another was erased: it finds nothing. */
  private UUID kept(UUID customerId) {
    UUID customer = customers.current(customerId);
    if (!caller.isCustomer() || visibleCustomers.self().filter(customer::equals).isPresent()) {
      asked.requireNotErased(customerId);
    }
    return customer;
  }

  /** Those that the caller may see. */
  private List<TransactionView> views(List<Transaction> found) {
    List<Transaction> visible = visible(found);
    Set<CustomerReference> shared =
        references.shared(
            visible.stream()
                .filter(Transaction::isWaiting)
                .map(Transaction::customer)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    return visible.stream().map(one -> TransactionView.of(one, shared)).toList();
  }

  private List<Transaction> visible(List<Transaction> found) {
    if (caller.isCustomer()) {
      UUID self = visibleCustomers.self().orElse(null);
      return found.stream().filter(one -> self != null && self.equals(one.customerId())).toList();
    }
    return caller
        .partner()
        .map(partner -> found.stream().filter(one -> partner.equals(one.partner())).toList())
        .orElse(found);
  }
}
