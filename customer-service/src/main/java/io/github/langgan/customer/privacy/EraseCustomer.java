package io.github.langgan.customer.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.duework.DueWork;
import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.customer.contract.CustomerErasureRequestedV1;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.Customers;
import io.github.langgan.customer.model.MergedRecords;
import io.github.langgan.customer.model.PendingMatches;
import io.github.langgan.customer.model.StoredNames;
import io.github.langgan.customer.model.Visibility;
import io.github.langgan.customer.model.network.ForgottenCustomers;
import io.github.langgan.customer.model.network.PartyId;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Erases a customer here and tells the other services to. What takes long is left to {@link
 * EraseTraces}.
 */
@Singleton
class EraseCustomer {

  /** Said to who else asked something of the customer. */
  static final String NOBODY_LEFT = "The customer was erased";

  private final Customers customers;
  private final MergedRecords mergedRecords;
  private final ErasedRecords records;
  private final ErasedSubjects erasedSubjects;
  private final Requests requests;
  private final RequestClock requestClock;
  private final Receipts receipts;
  private final PackageParts packageParts;
  private final StoredNames names;
  private final ForgottenCustomers network;
  private final PendingMatches pendingMatches;
  private final DueWork dueWork;
  private final Outbox outbox;
  private final Audit audit;

  EraseCustomer(
      Customers customers,
      MergedRecords mergedRecords,
      ErasedRecords records,
      ErasedSubjects erasedSubjects,
      Requests requests,
      RequestClock requestClock,
      Receipts receipts,
      PackageParts packageParts,
      StoredNames names,
      ForgottenCustomers network,
      PendingMatches pendingMatches,
      DueWork dueWork,
      Outbox outbox,
      Audit audit) {
    this.customers = customers;
    this.mergedRecords = mergedRecords;
    this.records = records;
    this.erasedSubjects = erasedSubjects;
    this.requests = requests;
    this.requestClock = requestClock;
    this.receipts = receipts;
    this.packageParts = packageParts;
    this.names = names;
    this.network = network;
    this.pendingMatches = pendingMatches;
    this.dueWork = dueWork;
    this.outbox = outbox;
    this.audit = audit;
  }

  /**
   * In a transaction in which no merge happens.
   *
   * @return all ids under which the customer was known; empty when there is no such customer
   */
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<List<UUID>> erase(StoredRequest request, Instant now) {
    return customers
        .lock(new CustomerId(request.customerId()), new Visibility.Everyone())
        .map(customer -> erase(request, customer.id(), now));
  }

  private List<UUID> erase(StoredRequest request, CustomerId customer, Instant now) {
    UUID requestId = request.id();
    List<UUID> subjects = records.lock(customer.value());
    List<Customer> all =
        subjects.stream().map(id -> mergedRecords.record(new CustomerId(id))).toList();
    erasedSubjects.add(subjects, now);
    names.renew(List.of(), all);
    pendingMatches.lookFor(all.stream().map(Customer::id).toList());
    ForgottenCustomers.Forgotten forgotten = network.forget(subjects);
    ErasedRecords.Counts counts = records.erase(subjects).and(forgotten);
    endOthers(requestId, subjects, now);
    receipts.expect(requestId);
    List<UUID> parties = forgotten.parties().stream().map(PartyId::value).toList();
    erasedSubjects.add(parties, now);
    List<UUID> named = new ArrayList<>(subjects);
    named.addAll(parties);
    var traces =
        new EraseTraces.Work(requestId, request.customerId(), customer.value(), named, counts);
    dueWork.schedule(
        EraseTraces.KIND, requestId.toString(), now, new String(EventJson.write(traces), UTF_8));
    audit.record(
        "customer.erased",
        "customer",
        customer,
        "",
        Map.of("request", requestId, "records", subjects.size()));
    outbox.append(new CustomerErasureRequestedV1(requestId, customer.value(), subjects, now));
    return subjects;
  }

  private void endOthers(UUID requestId, List<UUID> subjects, Instant now) {
    List<UUID> others = requests.othersOpen(requestId, subjects);
    requests.refuse(others, NOBODY_LEFT, now);
    requestClock.stop(others);
    requests.blank(subjects);
    packageParts.forget(subjects);
  }
}
