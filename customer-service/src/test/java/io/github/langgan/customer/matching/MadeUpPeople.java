package io.github.langgan.customer.matching;

import static io.github.langgan.customer.testing.Body.known;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.langgan.customer.testing.Body;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** People who are all different, and the mistakes with which they are registered once more. */
record MadeUpPeople(Random random) {

  List<Body> some(int many) {
    return IntStream.range(0, many).mapToObj(i -> one()).toList();
  }

  Body one() {
    String town = word(3);
    return known(word(2) + " " + word(3))
        .with("birthDate", "\"" + LocalDate.of(1940, 1, 1).plusDays(random.nextInt(24_000)) + "\"")
        .phone("+62812" + (10_000_000 + random.nextInt(80_000_000)))
        .with(
            "contacts",
            """
            [{"type":"PHONE","value":"+62812%d"},
             {"type":"POSTAL","address":{"lines":["Jalan %s No. %d"],"locality":"%s","country":"ID"}}]
            """
                .formatted(
                    10_000_000 + random.nextInt(80_000_000),
                    word(3),
                    1 + random.nextInt(99),
                    town));
  }

  /** A letter of the name is wrong, and the telephone number or the birth date is not said. */
  Body mistyped(Body body) {
    String name = body.node().at("/name/full").asText();
    int at = 1 + random.nextInt(name.length() - 2);
    Body again = known(name.substring(0, at) + "x" + name.substring(at + 1));
    if (random.nextBoolean()) {
      again.node().set("birthDate", body.node().get("birthDate"));
      ((ObjectNode) again.node()).putArray("contacts").add(body.node().at("/contacts/1"));
    } else {
      again.node().set("contacts", body.node().get("contacts"));
    }
    return again;
  }

  private String word(int syllables) {
    return Stream.generate(this::syllable).limit(syllables).reduce("", String::concat);
  }

  private String syllable() {
    return "" + "bdgjklmnprst".charAt(random.nextInt(12)) + "aiueo".charAt(random.nextInt(5));
  }
}
