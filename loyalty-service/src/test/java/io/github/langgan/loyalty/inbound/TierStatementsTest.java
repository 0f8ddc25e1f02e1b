package io.github.langgan.loyalty.inbound;

import static io.github.langgan.loyalty.testing.Purchases.at;
import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.OtherServices;
import io.github.langgan.loyalty.testing.TierApi;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TierStatementsTest extends LoyaltyTest {

  private static final String SCHEME =
      """
      "basis":"SPEND","period":{"kind":"CALENDAR_YEAR"},"validity":{"periods":1}""";

  private static final Pattern OF_TIERS = Pattern.compile("member_tier|tier_(floor|freeze|change)");

  @Inject TransactionListener listener;

  @AfterEach
  void nobody_listens() {
    jdbi.setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
  }

  @Test
  void a_batch_takes_as_many_statements_for_many_members_as_for_few() {
    UUID program = Api.program();
    TierApi.scheme(program, SCHEME);
    List<ReceivedEvent> few = purchasesOf(2, program);
    List<ReceivedEvent> many = purchasesOf(30, program);
    statements(purchasesOf(1, program));

    List<String> forFew = statements(few);
    List<String> forMany = statements(many);

    assertThat(forMany).hasSameSizeAs(forFew);
    assertThat(forMany.stream().filter(OF_TIERS.asPredicate())).hasSizeBetween(1, 6);
  }

  @Test
  void where_a_program_has_no_tiers_none_is_asked_for() {
    List<String> statements = statements(purchasesOf(2, Api.program()));

    assertThat(statements).isNotEmpty().noneMatch(OF_TIERS.asPredicate());
  }

  private List<String> statements(List<ReceivedEvent> events) {
    List<String> seen = new ArrayList<>();
    Thread own = Thread.currentThread();
    jdbi.setSqlLogger(
        new SqlLogger() {
          @Override
          public void logBeforeExecution(StatementContext context) {
            if (Thread.currentThread() == own) {
              seen.add(context.getRawSql());
            }
          }
        });
    QuarkusTransaction.requiringNew().run(() -> listener.apply(events));
    jdbi.setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
    return seen;
  }

  private List<ReceivedEvent> purchasesOf(int members, UUID program) {
    List<ReceivedEvent> events = new ArrayList<>();
    for (int one = 0; one < members; one++) {
      UUID customer = others.registeredCustomer();
      Api.membership(customer, program);
      String json =
          OtherServices.json(customer, at(clock.instant(), purchase(line("HOME", 120, "1.00"))));
      events.add(
          new ReceivedEvent(
              UuidV7.next(),
              "transaction.recorded",
              1,
              "/profile",
              "crm.profile",
              customer,
              1,
              clock.instant(),
              customer.toString(),
              null,
              null,
              null,
              json.getBytes(UTF_8)));
    }
    return events;
  }
}
