package io.github.langgan.benchmarks.importing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Made-up people, the same for the same seed: an e-mail address, a telephone number, mostly a
 * postal address, and a number that the partner gave them.
 */
public record People(String run, long seed) {

  static final String HEADER =
      "fullName,birthDate,email,phone,addressLine,locality,region,postalCode,country,identifier.bench";

  private static final String[] GIVEN = {
    "Siti", "Budi", "Dewi", "Agus", "Rina", "Joko", "Sri", "Andi", "Putri", "Eko", "Maya", "Hadi"
  };
  private static final String[] SYLLABLES = {
    "ra", "san", "les", "wi", "pra", "hi", "sa", "nu", "ku", "re", "tar", "yat", "ta", "to", "ni",
    "ma", "gar", "lim", "so", "mi"
  };
  private static final String[] TOWNS = {"Jakarta", "Bandung", "Surabaya", "Medan", "Semarang"};

  /** Only one of {@link Twins} may be without birth date. */
  public record Person(
      String name,
      @Nullable LocalDate born,
      String email,
      String phone,
      String street,
      String town,
      String postalCode,
      String number) {}

  public Person person(int index) {
    Random random = new Random(seed * 1_000_003L + index);
    String given = GIVEN[random.nextInt(GIVEN.length)];
    String family = family(random);
    return new Person(
        given + second(random) + " " + family,
        LocalDate.of(1940, 1, 1).plusDays(random.nextInt(25_000)),
        "%s.%s.%s%d@example.com".formatted(given, family, run, index).toLowerCase(Locale.ROOT),
        "+62812%08d".formatted(random.nextInt(100_000_000)),
        random.nextInt(5) == 0 ? "" : "Jalan Melati " + (1 + random.nextInt(200)),
        TOWNS[random.nextInt(TOWNS.length)],
        Integer.toString(10_000 + random.nextInt(80_000)),
        run + index);
  }

  /** Every fourth has one. */
  private static String second(Random random) {
    return random.nextInt(4) == 0 ? " " + GIVEN[random.nextInt(GIVEN.length)] : "";
  }

  /** One of 8,000. */
  private static String family(Random random) {
    String name = "";
    for (int i = 0; i < 3; i++) {
      name += SYLLABLES[random.nextInt(SYLLABLES.length)];
    }
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  void write(Path file, int many) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(HEADER + "\n");
      for (int i = 0; i < many; i++) {
        Person person = person(i);
        boolean atHome = !person.street().isEmpty();
        out.write(
            String.join(
                    ",",
                    person.name(),
                    String.valueOf(person.born()),
                    person.email(),
                    person.phone(),
                    person.street(),
                    atHome ? person.town() : "",
                    "",
                    atHome ? person.postalCode() : "",
                    atHome ? "ID" : "",
                    person.number())
                + "\n");
      }
    }
  }
}
