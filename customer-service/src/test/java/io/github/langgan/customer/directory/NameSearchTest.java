package io.github.langgan.customer.directory;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.Body.person;
import static io.github.langgan.customer.testing.Body.unique;
import static io.github.langgan.customer.testing.Body.uniquePhone;
import static io.github.langgan.customer.testing.Body.uniqueWord;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class NameSearchTest {

  private static final CustomerApi CROWD = new CustomerApi(Tokens.partner("p" + unique()));

  private static boolean crowded;

  /** Those whom a search must tell apart. */
  @BeforeEach
  void a_crowd() {
    if (crowded) {
      return;
    }
    List<Body> people = new ArrayList<>();
    for (String name :
        List.of(
            "Siti Rahmawati",
            "Siti Rahma Dewi",
            "Sitti Nurhaliza",
            "Siti",
            "Sukarno",
            "Soekarno Poetra",
            "Suharto",
            "Djoko Widodo",
            "Joko Susilo",
            "Cipto Mangunkusumo",
            "Muhammad Rizki Pratama",
            "Achmad Syarifuddin",
            "Budi Santoso",
            "Rudi Santosa",
            "I Gusti Ngurah Rai",
            "Jonathan Smith",
            "John Smith",
            "Jon Smythe",
            "Catherine O'Brien",
            "José García Márquez",
            "Łukasz Wiśniewski",
            "Søren Kierkegaard",
            "Jürgen Groß",
            "Stephen Hawking",
            "PT Maju Jaya",
            "Yayasan Pendidikan Islam Al Hikmah Cabang Kota Sidoarjo Timur Raya",
            "X",
            "李小龙",
            "Иван Тургенев",
            "محمد علي")) {
      people.add(person(name).identifier("p", unique()));
    }
    CROWD.registerAll(people).then().statusCode(200).body("registered", equalTo(people.size()));
    crowded = true;
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    // as it is, in another order, a part, the beginning of a word
    "siti rahmawati, Siti Rahmawati",
    "RAHMAWATI SITI, Siti Rahmawati",
    "nurhaliza, Sitti Nurhaliza",
    "Mangunk, Cipto Mangunkusumo",
    "Gusti Rai, I Gusti Ngurah Rai",
    // single names come before longer ones
    "Siti, Siti",
    "Suharto, Suharto",
    // spellings of before 1947 and 1972, and of Arabic names
    "Soekarno, Soekarno Poetra",
    "Sukarno, Sukarno",
    "Soeharto, Suharto",
    "Joko Widodo, Djoko Widodo",
    "Tjipto Mangoenkoesoemo, Cipto Mangunkusumo",
    "Mohamad Rizky, Muhammad Rizki Pratama",
    "Moh. Riski Pratama, Muhammad Rizki Pratama",
    "Ahmad Sarifudin, Achmad Syarifuddin",
    // a letter too many, too few, another, two swapped
    "Budi Santosso, Budi Santoso",
    "Bud1 Santso, Budi Santoso",
    "Nudi Santoso, Budi Santoso",
    "Rahmawait, Siti Rahmawati",
    "Jonahtan Smith, Jonathan Smith",
    "Jhon Smith, John Smith",
    // the better fit first
    "Jon Smith, John Smith",
    "Jon Smythe, Jon Smythe",
    "Rudi Santoso, Rudi Santosa",
    // without accents, and with them
    "jose garcia, José García Márquez",
    "Jose\u0301 Marquez, José García Márquez",
    "Lukasz Wisniewski, Łukasz Wiśniewski",
    "Soren, Søren Kierkegaard",
    "Jurgen Gross, Jürgen Groß",
    "obrien katherine, Catherine O'Brien",
    "Steven Hawkins, Stephen Hawking",
    "maju jaja, PT Maju Jaya",
    // many words, one letter, other scripts
    "Yayasan Sidoarjo Raya, Yayasan Pendidikan Islam Al Hikmah Cabang Kota Sidoarjo Timur Raya",
    "x, X",
    "李小龙, 李小龙",
    "李, 李小龙",
    "тургенев иван, Иван Тургенев",
    "Тургенeв, Иван Тургенев",
    "علي, محمد علي",
  })
  void a_name_is_found_as_people_write_it_and_the_best_comes_first(String asked, String name) {
    Response found = CROWD.find("name", asked);
    found.then().statusCode(200);
    assertThat(found.<List<String>>path("items.name.full")).startsWith(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Siti Santoso", "Xyzzyq", "Smith Garcia", "rahmawatti budi"})
  void who_lacks_a_word_that_is_asked_for_is_not_found(String asked) {
    CROWD.find("name", asked).then().statusCode(200).body("items", empty());
  }

  @Test
  void the_same_word_comes_before_like_ones_and_shorter_names_before_longer_ones() {
    CROWD
        .find("name", "siti")
        .then()
        .body(
            "items.name.full",
            contains("Siti", "Siti Rahmawati", "Siti Rahma Dewi", "Sitti Nurhaliza"));
  }

  @Test
  void a_search_tells_nobody_that_others_have_customers_of_that_name() {
    String name = uniqueWord();
    CustomerApi one = new CustomerApi(Tokens.partner("p" + unique()));
    CustomerApi other = new CustomerApi(Tokens.partner("p" + unique()));
    String id = one.registered(known(name + " Rahma"));
    String theirs = other.registered(known(name + " Rahma"));
    for (String asked : List.of(name, name + " Rahma")) {
      one.find("name", asked).then().body("items.customerId", contains(id));
      AGENT.find("name", asked).then().body("items.customerId", contains(theirs, id));
      CustomerApi.customer(id).find("name", asked).then().body("items.customerId", contains(id));
      CROWD.find("name", asked).then().statusCode(200).body("items", empty());
    }
  }

  @Test
  void who_is_known_by_an_abbreviated_name_is_found_by_its_parts_too() {
    String given = uniqueWord();
    String id =
        CROWD.registered(
            known("S.")
                .with(
                    "name",
                    "{\"full\":\"Ir. S. Rahma\",\"given\":\"%s\",\"family\":\"Rahma\"}"
                        .formatted(given)));
    for (String asked : List.of(given, given + " rahma", "ir s rahma " + given)) {
      CROWD.find("name", asked).then().body("items.customerId", contains(id));
    }
  }

  @Test
  void a_name_narrows_a_search_for_a_phone_and_is_narrowed_by_filters() {
    String phone = uniquePhone();
    String name = uniqueWord();
    String id = CROWD.registered(known(name + " Ayu").phone(phone));
    CROWD.registered(known("Rahma").phone(phone));
    CROWD
        .call()
        .queryParam("phone", phone)
        .queryParam("name", name + " ayu")
        .get("/v1/customers")
        .then()
        .body("items.customerId", contains(id));
    CROWD
        .call()
        .queryParam("kind", "ORGANISATION")
        .queryParam("name", name)
        .get("/v1/customers")
        .then()
        .body("items", empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "!?", "'--", "%", "_"})
  void a_name_without_a_letter_is_refused(String name) {
    CROWD.find("name", name).then().statusCode(400).body("errors[0].pointer", equalTo("?name"));
  }

  @Test
  void odd_names_are_only_text() {
    for (String odd :
        List.of("'; DROP TABLE customer; --", "%%%a", "a\\b {c}", "李小龙", "x".repeat(200))) {
      CROWD.find("name", odd).then().statusCode(200);
    }
    CROWD.find("name", "x".repeat(201)).then().statusCode(400);
    CROWD.find("name", "Siti\u0000").then().statusCode(400);
    CROWD.find("name", "a b c d e f g h i j").then().statusCode(200).body("items", hasSize(0));
  }
}
