package io.github.langgan.stack.demo;

import io.github.langgan.stack.LocalStack;
import io.github.langgan.stack.demo.push.Api;
import io.github.langgan.stack.demo.push.EnrolMembers;
import io.github.langgan.stack.demo.push.HandleComplaints;
import io.github.langgan.stack.demo.push.RecordHappenings;
import io.github.langgan.stack.demo.push.RegisterShoppers;
import io.github.langgan.stack.demo.retailer.Edition;
import io.github.langgan.stack.demo.retailer.Retailer;
import io.github.langgan.stack.demo.retailer.Shopper;
import io.github.langgan.stack.launcher.Checkout;
import io.github.langgan.stack.launcher.Refused;
import io.github.langgan.stack.load.sending.Credentials;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "demo",
    description =
        "Makes an Indonesian retailer with its customers, purchases, returns and complaints, sends"
            + " all of it through the API, and tells one customer's story. What was planted stands"
            + " in .crm/demo/ground-truth.json. May be repeated: the same seed makes the same.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

  private static final String PARTNER = "nusantara";
  private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
  private static final int PURCHASES_EACH = 10;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Option(names = "--customers", description = "How many (default: ${DEFAULT-VALUE}).")
  int customers = 2_000;

  @Option(
      names = "--transactions",
      description = "About how many purchases. Default: ten for each customer.")
  Optional<Integer> transactions = Optional.empty();

  @Option(names = "--seed", description = "Another one makes others (default: ${DEFAULT-VALUE}).")
  long seed = 42;

  @Option(
      names = "--until",
      description = "The last day of its 18 months. Default: the end of last month.")
  Optional<LocalDate> until = Optional.empty();

  @Override
  public Integer call() {
    long begun = System.nanoTime();
    Checkout checkout = Checkout.ours();
    LocalStack stack = checkout.stack();
    if (!stack.process("gateway").running()) {
      throw new Refused("Nothing runs: ./crm up");
    }
    Retailer retailer = new Retailer(edition());
    Path folder = checkout.home().resolve("demo");
    push(retailer, stack, folder);
    System.out.printf(
        "%nAll of it after %.1f s. What was planted: %s%n",
        (System.nanoTime() - begun) / 1e9, folder.resolve("ground-truth.json"));
    return 0;
  }

  private void push(Retailer retailer, LocalStack stack, Path folder) {
    URI base = URI.create(stack.gatewayUrl());
    Credentials partner =
        Credentials.from(() -> stack.token("partner", Map.of("partner", PARTNER)));
    Api partnerApi = new Api(base, partner.token(), PATIENCE);
    Api managerApi = new Api(base, stack.token("manager", Map.of()), PATIENCE);

    Map<String, String> customerIds = new RegisterShoppers(partnerApi, PARTNER).register(retailer);
    new GroundTruth(retailer, PARTNER, customerIds).write(folder.resolve("ground-truth.json"));
    Map<String, String> memberships = new EnrolMembers(managerApi).enrol(retailer, customerIds);
    Path rejects = folder.resolve("rejects.csv");
    var recorded = new RecordHappenings(base, partner, PARTNER, rejects, PATIENCE).record(retailer);
    Map<String, String> cases = new HandleComplaints(managerApi).handle(retailer, customerIds);
    System.out.printf(
        "%,d customers, %,d members, %,d purchases and returns (%,d rejected), %,d cases%n",
        customerIds.size(),
        memberships.size(),
        recorded.transactions(),
        recorded.linesRejected(),
        cases.size());

    Pushed pushed = new Pushed(customerIds, memberships, cases);
    new Arrival(managerApi, PATIENCE).await(retailer, pushed);
    Shopper heroine = retailer.heroine();
    new Scoring(managerApi, PATIENCE)
        .await(pushed.customer(heroine), Expected.customersWhoBought(retailer));
    new Story(managerApi, System.out)
        .tell(
            pushed.customer(heroine),
            pushed.membership(heroine),
            pushed.caseOf(heroine).orElseThrow());
  }

  private Edition edition() {
    if (customers < 1 || seed < 0) {
      throw new Refused("--customers must be at least 1, --seed at least 0");
    }
    return new Edition(
        seed,
        customers,
        transactions.orElse(PURCHASES_EACH * customers),
        until.orElseGet(() -> YearMonth.now(ZONE).minusMonths(1).atEndOfMonth()));
  }
}
