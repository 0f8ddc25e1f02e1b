package io.github.langgan.customer.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.chassis.duework.DueItem;
import io.github.langgan.chassis.duework.DueWorkHandler;
import io.github.langgan.chassis.erasure.ErasedAnswers;
import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.customer.contract.ErasureReceiptedV1;
import io.github.langgan.customer.contract.ErasureReceiptedV1.RetainedV1;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Erases of a customer what is found by looking through much, and receipts our own part. */
@Singleton
class EraseTraces implements DueWorkHandler {

  static final String KIND = "erase-traces";

  /** Of what this request itself was answered, once it was verified: nothing personal is in it. */
  private static final String VERIFIED =
      "{\"privacyRequestId\":\"%s\",\"kind\":\"ERASURE\",\"customerId\":\"%s\",\"status\":\"IN_PROGRESS\"";

  private static final String PROOFS = "UU 27/2022, article 24: the consent has to be shown";

  private final ErasedAnswers answers;
  private final Receipts receipts;
  private final Outbox outbox;
  private final Clock clock;
  private final int proofYears;

  EraseTraces(
      ErasedAnswers answers,
      Receipts receipts,
      Outbox outbox,
      Clock clock,
      @ConfigProperty(name = "langgan.customer.consent-proof-years") int proofYears) {
    this.answers = answers;
    this.receipts = receipts;
    this.outbox = outbox;
    this.clock = clock;
    this.proofYears = proofYears;
  }

  /**
   * What was erased at once, and of whom.
   *
   * @param askedFor the id that the request names, of the customer or a record merged into it
   * @param subjects by whose ids traces are found: the customer's, and those of the parties it was
   */
  record Work(
      UUID requestId,
      UUID askedFor,
      UUID customerId,
      List<UUID> subjects,
      ErasedRecords.Counts counts) {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(List<DueItem> items) {
    items.forEach(item -> run(EventJson.read(item.payload().getBytes(UTF_8), Work.class)));
  }

  private void run(Work work) {
    Map<String, Long> erased = new LinkedHashMap<>(work.counts().erased());
    String own = VERIFIED.formatted(work.requestId(), work.askedFor());
    erased.put("answers", (long) answers.replace(work.subjects(), own));
    Instant now = clock.instant();
    List<RetainedV1> retained = retained(work.counts().consentActs(), now);
    receipts.take(
        Receipts.OWN, List.of(new Receipt(work.requestId(), now, json(erased), json(retained))));
    outbox.append(
        new ErasureReceiptedV1(work.requestId(), work.customerId(), now, erased, retained));
  }

  private List<RetainedV1> retained(long consentActs, Instant now) {
    LocalDate until =
        LocalDate.of(now.atOffset(ZoneOffset.UTC).getYear() + proofYears, Month.DECEMBER, 31);
    return consentActs == 0
        ? List.of()
        : List.of(new RetainedV1("consentActs", consentActs, PROOFS, until));
  }

  private static String json(Object value) {
    return new String(EventJson.write(value), UTF_8);
  }
}
