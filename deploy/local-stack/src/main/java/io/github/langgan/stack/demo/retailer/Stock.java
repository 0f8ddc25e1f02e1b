package io.github.langgan.stack.demo.retailer;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** What persons and baskets are drawn from: the resources in {@code demo}. */
final class Stock {

  static final List<Naming> NAMINGS = List.of(read("names", Naming[].class));
  static final Places PLACES = read("places", Places.class);
  static final List<Product> PRODUCTS = List.of(read("products", Product[].class));

  private Stock() {}

  /**
   * How people of a region are called.
   *
   * @param single the share of those with one name only
   * @param familyName whether the second name is one
   * @param patronyms whether some are called after their father
   */
  record Naming(
      String region,
      double weight,
      double single,
      boolean familyName,
      boolean patronyms,
      List<String> men,
      List<String> women,
      List<String> secondMen,
      List<String> secondWomen) {}

  /**
   * @param prefixes of mobile telephones, after +62
   */
  record Places(
      List<City> cities, List<String> streets, List<String> prefixes, List<String> mail) {}

  /**
   * @param postal how its postal codes begin
   */
  record City(String locality, String region, String postal, double weight) {}

  private static <T> T read(String name, Class<T> type) {
    try (InputStream resource = Stock.class.getResourceAsStream("/demo/" + name + ".json")) {
      return new JsonMapper().readValue(resource, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
