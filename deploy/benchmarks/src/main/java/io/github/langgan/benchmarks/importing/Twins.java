package io.github.langgan.benchmarks.importing;

import io.github.langgan.benchmarks.importing.People.Person;
import java.util.Random;

/**
 * Made-up people, of whom every eleventh is the one before once more: with another telephone number
 * and e-mail address, and either a letter wrong or without birth date.
 */
public record Twins(People people) {

  private static final int EVERY = 11;

  public Person person(int index) {
    return isTwin(index)
        ? again(people.person(index - 1), people.person(index))
        : people.person(index);
  }

  public static boolean isTwin(int index) {
    return index % EVERY == EVERY - 1;
  }

  /** Of the first so many. */
  public static int among(int people) {
    return people / EVERY;
  }

  private Person again(Person one, Person other) {
    Random random = new Random(other.number().hashCode());
    boolean mistyped = random.nextBoolean();
    return new Person(
        mistyped ? withWrongLetter(one.name(), random) : one.name(),
        mistyped ? one.born() : null,
        other.email(),
        other.phone(),
        one.street(),
        one.town(),
        one.postalCode(),
        other.number());
  }

  private static String withWrongLetter(String name, Random random) {
    int at = name.lastIndexOf(' ') + 2 + random.nextInt(name.length() - name.lastIndexOf(' ') - 2);
    return name.substring(0, at) + "x" + name.substring(at + 1);
  }
}
