package io.github.langgan.stack.demo.retailer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.stack.demo.retailer.Duplicate.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PeopleTest {

  private static final List<Person> PEOPLE =
      IntStream.rangeClosed(1, 5_000).mapToObj(number -> People.person(7, number)).toList();

  @Test
  void some_have_one_name_some_a_patronym_and_some_a_family_name() {
    assertThat(PEOPLE)
        .anyMatch(person -> !person.name().full().contains(" "))
        .anyMatch(person -> person.name().full().matches(".* (bin|binti) .*"))
        .anyMatch(person -> "Siregar".equals(person.name().family()))
        .anyMatch(person -> person.name().full().startsWith("Ni Made"));
    assertThat(PEOPLE.stream().filter(person -> !person.name().full().contains(" ")).count())
        .isBetween(300L, 900L);
  }

  @Test
  void phones_are_indonesian_mobiles_and_mail_goes_nowhere() {
    assertThat(PEOPLE.stream().map(Person::phone).filter(Objects::nonNull))
        .allMatch(phone -> phone.matches("\\+628\\d{10}"))
        .hasSizeGreaterThan(4_000);
    assertThat(PEOPLE.stream().map(Person::email).filter(Objects::nonNull))
        .allMatch(email -> email.matches("[a-z.]+\\d+@example\\.(com|net|org)"))
        .doesNotHaveDuplicates();
  }

  @Test
  void duplicates_differ_as_their_kind_says_and_can_still_be_recognised() {
    Set<Kind> seen = EnumSet.noneOf(Kind.class);
    int count = 0;
    for (int number = 1; number <= PEOPLE.size(); number++) {
      Person original = PEOPLE.get(number - 1);
      Duplicate duplicate = Duplicate.of(7, number, original).orElse(null);
      if (duplicate == null) {
        continue;
      }
      count++;
      seen.addAll(duplicate.kinds());
      Person changed = duplicate.person();
      assertThat(changed).isNotEqualTo(original);
      assertThat(changed.birthDate()).isEqualTo(original.birthDate());
      assertThat(changed.email()).isEqualTo(original.email());
      assertThat(changed.name().equals(original.name()))
          .isEqualTo(
              !duplicate.kinds().contains(Kind.TYPO)
                  && !duplicate.kinds().contains(Kind.SWAPPED_NAMES));
      assertThat(Objects.equals(changed.phone(), original.phone()))
          .isEqualTo(!duplicate.kinds().contains(Kind.CHANGED_PHONE));
      assertThat(Objects.equals(changed.address(), original.address()))
          .isEqualTo(!duplicate.kinds().contains(Kind.MOVED));
    }
    assertThat(seen).containsExactlyInAnyOrder(Kind.values());
    assertThat(count).isBetween(320, 480);
  }
}
