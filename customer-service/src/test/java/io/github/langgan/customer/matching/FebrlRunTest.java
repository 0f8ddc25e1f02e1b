package io.github.langgan.customer.matching;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Made-up people, some written down again with mistakes: as a partner imports them. */
@EnabledIfSystemProperty(named = "langgan.long", matches = "true")
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class FebrlRunTest {

  private static final Path FILE = Path.of("..", "..", "shared", "data", "febrl", "dataset3.csv");

  @Test
  void of_imported_people_those_are_found_who_are_there_twice() throws Exception {
    assumeThat(Files.exists(FILE)).as("needs the FEBRL records beside the project").isTrue();
    List<List<String>> rows;
    try (Stream<String> lines = Files.lines(FILE)) {
      rows = lines.skip(1).map(FebrlRunTest::fields).toList();
    }
    List<String> ids = ACME.importedUnmatched(rows.stream().map(FebrlRunTest::body).toList());
    Map<String, String> persons = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      persons.put(ids.get(i), rows.get(i).getFirst().split("-")[1]);
    }

    new MatchingApi(new CustomerApi(Tokens.of("manager"))).ran("", "{}");

    long found = 0;
    long right = 0;
    for (Map<String, Object> match : new MatchingApi(AGENT).matches("minProbability=0.9")) {
      String one = persons.get((String) match.get("customerId"));
      String other = persons.get((String) match.get("otherCustomerId"));
      if (one != null && other != null) {
        found++;
        right += one.equals(other) ? 1 : 0;
      }
    }
    assertThat(2.0 * right / (found + truePairs(persons))).isGreaterThanOrEqualTo(0.998);
  }

  private static long truePairs(Map<String, String> persons) {
    return persons.values().stream()
        .collect(Collectors.groupingBy(person -> person, Collectors.counting()))
        .values()
        .stream()
        .mapToLong(records -> records * (records - 1) / 2)
        .sum();
  }

  private static List<String> fields(String line) {
    return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
  }

  private static Body body(List<String> field) {
    String name = (field.get(1) + " " + field.get(2)).strip();
    Body body = known(name.isEmpty() ? "unknown" : name);
    String street = Stream.of(3, 4, 5).map(field::get).collect(Collectors.joining(" ")).strip();
    if (!street.isEmpty()) {
      ObjectNode contact = body.node().withArray("contacts").addObject().put("type", "POSTAL");
      ObjectNode address = contact.putObject("address").put("country", "AU");
      address.putArray("lines").add(street);
      put(address, "locality", field.get(6));
      put(address, "postalCode", field.get(7));
      put(address, "region", field.get(8));
    }
    String born = field.get(9);
    if (born.matches("(19|20)\\d\\d(0[1-9]|1[0-2])(0[1-9]|1\\d|2[0-8])")) {
      body.node()
          .put(
              "birthDate",
              born.substring(0, 4) + "-" + born.substring(4, 6) + "-" + born.substring(6));
    }
    if (!field.get(10).isEmpty()) {
      body.identifier("ssn", field.get(10));
    }
    return body;
  }

  private static void put(ObjectNode node, String name, String value) {
    if (!value.isEmpty()) {
      node.put(name, value);
    }
  }
}
