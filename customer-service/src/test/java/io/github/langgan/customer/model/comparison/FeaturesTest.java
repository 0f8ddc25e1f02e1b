package io.github.langgan.customer.model.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.customer.model.Contact;
import io.github.langgan.customer.model.CustomerKind;
import io.github.langgan.customer.model.CustomerName;
import io.github.langgan.customer.model.Identifier;
import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.PhoneNumber;
import io.github.langgan.customer.model.PostalAddress;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FeaturesTest {

  private static final String DIGITS = "0123456789";

  @Test
  void a_monstrous_record_is_bounded() {
    String words =
        IntStream.range(0, 30)
            .mapToObj(i -> "w" + (1_000 + i * 37))
            .collect(Collectors.joining(" "));
    Stream<Contact> addresses =
        IntStream.range(0, 100)
            .mapToObj(
                i -> new PostalAddress(List.of(words, words), "Town" + i, null, "1" + i, "ID"));
    Stream<Contact> phones =
        IntStream.range(0, 100).mapToObj(i -> new PhoneNumber("+62812345" + (1_000 + i)));

    Features features =
        features(words, Stream.concat(addresses, phones).toList(), identifiers(100));

    assertThat(BlockingKeys.of(features)).hasSizeLessThan(400);
    assertThat(features.name()).hasSize(8);
    assertThat(features.places()).hasSize(5);
    assertThat(features.phones()).hasSize(10);
    assertThat(features.identifiers().get("nik")).hasSize(10);
  }

  @Test
  void a_word_without_end_is_cut() {
    assertThat(features("a" + DIGITS.repeat(10), List.of(), List.of()).name().getFirst())
        .hasSize(30);
  }

  @Test
  void what_holds_no_letter_or_digit_is_not_said() {
    PostalAddress blank = new PostalAddress(List.of("-"), "-", null, ".", "ID");
    Features one = features("Siti", List.of(blank), List.of());

    Comparison comparison = Comparison.of(one, one);

    assertThat(comparison.in(Field.STREET)).isEqualTo(Agreement.MISSING);
    assertThat(comparison.in(Field.LOCALITY)).isEqualTo(Agreement.MISSING);
    assertThat(comparison.in(Field.POSTAL_CODE)).isEqualTo(Agreement.MISSING);
    assertThat(BlockingKeys.of(one)).isEmpty();
  }

  @Test
  void only_identifiers_that_come_from_the_customers_themselves_are_compared() {
    List<Identifier> both = List.of(new Identifier("acme", "17850"), new Identifier("nik", "3171"));

    Features features = features("Siti", List.of(), both);

    assertThat(features.identifiers()).containsOnlyKeys("nik");
  }

  private static List<Identifier> identifiers(int many) {
    return IntStream.range(0, many).mapToObj(i -> new Identifier("nik", "3171" + i)).toList();
  }

  private static Features features(
      String name, List<Contact> contacts, List<Identifier> identifiers) {
    return Features.of(
        new Particulars(
            CustomerKind.PERSON,
            CustomerName.of(name, null, null),
            null,
            null,
            null,
            null,
            contacts,
            identifiers,
            List.of()),
        identifier -> identifier.source().equals("nik"));
  }
}
