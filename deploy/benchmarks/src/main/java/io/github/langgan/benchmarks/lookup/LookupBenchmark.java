package io.github.langgan.benchmarks.lookup;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.langgan.benchmarks.alone.CustomerAlone;
import io.github.langgan.benchmarks.importing.People;
import io.github.langgan.benchmarks.ingest.JdbcTables;
import io.github.langgan.benchmarks.lookup.Asking.Client;
import io.github.langgan.stack.LocalStack;
import io.github.langgan.stack.service.Service;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks made-up people up, while of the services only customer runs. */
@Command(
    name = "./crm bench lookup",
    description =
        "Starts a stack of its own in a temporary folder, puts customers into its database, and"
            + " measures through the gateway how long a lookup takes by phone, e-mail,"
            + " identifier and name, for"
            + " 1 and 8 clients; and the statement of a lookup by phone by plain JDBC.",
    mixinStandardHelpOptions = true)
public final class LookupBenchmark implements Callable<Integer> {

  private static final int[] CLIENTS = {1, 8};

  @Option(names = "--customers", description = "To choose from (default: ${DEFAULT-VALUE}).")
  int customers = 1_000_000;

  @Option(
      names = "--asks",
      description = "Of all clients together, for each figure (default: ${DEFAULT-VALUE}).")
  int asks = 4_000;

  @Option(
      names = "--warm-up",
      description = "Asks before each kind, which don't count (default: ${DEFAULT-VALUE}).")
  int warmUp = 2_000;

  @Option(names = "--result", required = true, description = "Gets the figures as JSON.")
  Path result = Path.of("result.json");

  public static void main(String[] args) {
    System.exit(new CommandLine(new LookupBenchmark()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    CustomerAlone.measure(result, this::measure);
    return 0;
  }

  private void measure(LocalStack stack, ObjectNode json) throws Exception {
    People people = new People("lookup", 1);
    JdbcTables tables = new JdbcTables(stack.setup().postgres(), Service.CUSTOMER);
    try (Connection service = tables.connect(Service.CUSTOMER.id())) {
      new LoadPeople(service).load(people, customers);
    }
    System.err.printf(Locale.ROOT, "%,d customers are there%n", customers);
    Map<String, Client> ways = ways(stack, tables, people);
    json.put("customers", customers);
    ArrayNode figures = json.putArray("figures");
    for (Map.Entry<String, Client> way : ways.entrySet()) {
      Asking.measure(4, warmUp / 4, customers, way.getValue());
      for (int clients : CLIENTS) {
        ObjectNode figure = figures.addObject().put("by", way.getKey()).put("clients", clients);
        Asking.measure(clients, asks / clients, customers, way.getValue()).writeTo(figure);
        System.err.println(figure);
      }
    }
  }

  private static Map<String, Client> ways(LocalStack stack, JdbcTables tables, People people) {
    String token = stack.token("agent", Map.of());
    HttpAsk http = HttpAsk.of(stack.gatewayUrl(), token);
    Map<String, Client> ways = new LinkedHashMap<>();
    ways.put(
        "phone, plain JDBC",
        () -> {
          JdbcAsk jdbc = JdbcAsk.of(tables.connect(Service.CUSTOMER.id()));
          return person -> jdbc.ask(people.person(person).phone());
        });
    ways.put(
        "phone",
        () -> person -> http.ask("phone", people.person(person).phone(), people.person(person)));
    ways.put(
        "e-mail",
        () -> person -> http.ask("email", people.person(person).email(), people.person(person)));
    ways.put("identifier", () -> person -> http.askIdentifier(people.person(person)));
    ways.put("full name", () -> person -> http.ask("name", people.person(person).name()));
    ways.put("mistyped name", () -> person -> http.ask("name", typo(people.person(person).name())));
    ways.put("family name", () -> person -> http.ask("name", word(people, person, -1)));
    ways.put("common given name", () -> person -> http.ask("name", word(people, person, 0)));
    ways.put(
        "two common given names",
        () ->
            person ->
                http.ask("name", word(people, person, 0) + " " + word(people, person + 1, 0)));
    return ways;
  }

  /**
   * @param place of the word, from 0; -1 is the last
   */
  private static String word(People people, int person, int place) {
    String[] words = people.person(person).name().split(" ");
    return words[(place + words.length) % words.length];
  }

  /** Swaps two letters of the family name. */
  private static String typo(String name) {
    int at = name.lastIndexOf(' ') + 3;
    return name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
  }
}
