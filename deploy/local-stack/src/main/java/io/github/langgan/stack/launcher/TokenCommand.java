package io.github.langgan.stack.launcher;

import io.github.langgan.stack.LocalStack;
import io.github.langgan.stack.issuer.Roles;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "token",
    description = "Prints a bearer token, and nothing else. It is good for twelve hours.",
    mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {

  @Option(names = "--role", required = true, description = "Such as agent or manager.")
  String role = "";

  @Option(names = "--partner", description = "Which partner, with --role partner.")
  Optional<String> partner = Optional.empty();

  @Option(names = "--customer", description = "Which customer's id, with --role customer.")
  Optional<String> customer = Optional.empty();

  @Override
  public Integer call() {
    LocalStack stack = Checkout.ours().stack();
    Map<String, String> claims = new HashMap<>();
    partner.ifPresent(name -> claims.put("partner", name));
    customer.ifPresent(id -> claims.put("customer_id", id));
    check();
    if (!stack.process("gateway").running()) {
      throw new Refused("The issuer doesn't run: ./crm up");
    }
    System.out.println(stack.token(role, claims));
    return 0;
  }

  private void check() {
    if (!Roles.load().names().contains(role)) {
      throw new Refused("No role '%s'; there are: %s".formatted(role, Roles.load().names()));
    }
    if (role.equals("partner") && partner.isEmpty()) {
      throw new Refused("Which partner? --role partner --partner NAME");
    }
    if (role.equals("customer") && customer.isEmpty()) {
      throw new Refused("Which customer? --role customer --customer ID");
    }
  }
}
