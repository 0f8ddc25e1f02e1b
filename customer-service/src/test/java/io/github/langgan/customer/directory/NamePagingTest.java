package io.github.langgan.customer.directory;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.Body.unique;
import static io.github.langgan.customer.testing.Body.uniqueWord;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class NamePagingTest {

  private final CustomerApi partner = new CustomerApi(Tokens.partner("p" + unique()));
  private final String word = uniqueWord();

  @ParameterizedTest
  @ValueSource(strings = {"", " Putri"})
  void pages_neither_skip_nor_repeat_those_who_stood_still(String more) {
    Random random = new Random(7);
    for (int i = 0; i < 12; i++) {
      register(random);
    }
    String asked = word + more;
    List<String> all = page(asked, 50, null).path("items.customerId");
    assertThat(all).hasSize(12).doesNotHaveDuplicates();
    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      Response page = page(asked, 2, cursor);
      seen.addAll(page.path("items.customerId"));
      cursor = page.path("nextCursor");
      register(random);
    } while (cursor != null);
    assertThat(seen).doesNotHaveDuplicates();
    assertThat(seen.stream().filter(all::contains)).containsExactlyElementsOf(all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " Putri"})
  void of_equal_names_the_newest_come_first_on_all_pages(String more) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ids.addFirst(partner.registered(known(word + " Putri")));
    }
    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      Response page = page(word + more, 1, cursor);
      seen.addAll(page.path("items.customerId"));
      cursor = page.path("nextCursor");
    } while (cursor != null);
    assertThat(seen).isEqualTo(ids);
  }

  /** So many that those who fit best are looked for first. */
  @Test
  void of_common_names_the_best_come_first_on_all_pages() {
    List<Body> people = new ArrayList<>();
    for (int i = 0; i < 210; i++) {
      String longer = i % 2 == 0 ? " Dewi" : "";
      people.add(known(word + (i % 50 == 7 ? "h" : "") + " Putri" + longer));
    }
    List<String> ids = partner.importedUnmatched(people);
    List<String> expected =
        IntStream.range(0, ids.size())
            .boxed()
            .sorted(
                Comparator.<Integer, Boolean>comparing(i -> i % 50 == 7)
                    .thenComparing(i -> i % 2 == 0)
                    .thenComparing(Comparator.reverseOrder()))
            .map(ids::get)
            .toList();
    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      Response page = page("putri " + word, 60, cursor);
      seen.addAll(page.path("items.customerId"));
      cursor = page.path("nextCursor");
    } while (cursor != null);
    assertThat(seen).isEqualTo(expected);
  }

  @Test
  void the_next_page_is_linked() {
    String older = partner.registered(known(word));
    String newer = partner.registered(known(word));
    Response first = page(word, 1, null);
    first.then().body("items.customerId", contains(newer)).header("Link", endsWith("rel=\"next\""));
    String link = first.header("Link").replaceAll("<(.*)>.*", "$1");
    partner
        .call()
        .urlEncodingEnabled(false)
        .get(link)
        .then()
        .statusCode(200)
        .body("items.customerId", contains(older));
  }

  @Test
  void a_cursor_is_of_one_question_only() {
    partner.registered(known(word));
    partner.registered(known(word));
    String cursor = page(word, 1, null).path("nextCursor");
    for (String other : List.of(uniqueWord(), word + " " + word)) {
      partner
          .call()
          .queryParam("name", other)
          .queryParam("cursor", cursor)
          .get("/v1/customers")
          .then()
          .statusCode(400)
          .body("type", equalTo("/problems/invalid-cursor"));
    }
    partner.find("cursor", cursor).then().statusCode(400);
  }

  /** The word itself, a like one, both; with and without more. */
  private void register(Random random) {
    String written = random.nextBoolean() ? word : word + "h";
    String twice = random.nextInt(3) == 0 ? " " + word : "";
    String more = random.nextBoolean() ? " Dewi" : "";
    partner.registered(known(written + twice + more + " Putri"));
  }

  private Response page(String name, int limit, @Nullable String cursor) {
    var call = partner.call().queryParam("limit", limit).queryParam("name", name);
    Response page =
        (cursor == null ? call : call.queryParam("cursor", cursor)).get("/v1/customers");
    page.then().statusCode(200);
    return page;
  }
}
