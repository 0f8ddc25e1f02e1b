package io.github.langgan.customer.upkeep;

import io.github.langgan.customer.model.Contact;
import io.github.langgan.customer.model.ContactType;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.DocumentedCustomer;
import io.github.langgan.customer.model.Identifier;
import io.github.langgan.customer.model.Origins;
import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.PostalAddress;
import io.github.langgan.customer.model.Provenance;
import io.github.langgan.customer.model.Trait;
import io.github.langgan.customer.upkeep.Shortcoming.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How good a record is. Of each aspect the best value counts: its points times the confidence of
 * its source, half of that once it is stale, and half its points when nobody knows where it came
 * from, and half of what is left when it can't be right as it is written. Rounded per aspect, so
 * that the points and what was lost make a hundred.
 *
 * @param score from 0 to 100
 */
record RecordQuality(int score, List<Shortcoming> shortcomings) {

  private static final double STALE = 0.5;
  private static final double UNKNOWN = 0.5;
  private static final double MALFORMED = 0.5;

  static RecordQuality of(DocumentedCustomer documented, Staleness staleness, Instant now) {
    Customer customer = documented.customer();
    List<Shortcoming> shortcomings = new ArrayList<>();
    int score = 0;
    for (Aspect aspect : Aspect.values()) {
      int points = aspect.points(customer.particulars().kind());
      if (points > 0) {
        int lost = 0;
        Optional<Value> best =
            values(aspect, customer.particulars(), documented.origins())
                .map(said -> Value.of(aspect, said, staleness, now))
                .max(Comparator.comparingDouble(Value::worth));
        if (best.isEmpty()) {
          lost = points;
          shortcomings.add(new Shortcoming(aspect, Reason.MISSING, null, lost, null));
        } else if (best.get().worth() < 1) {
          Value value = best.get();
          lost = points - (int) Math.round(points * value.worth());
          if (lost > 0) {
            shortcomings.add(
                new Shortcoming(aspect, value.reason(), value.pointer(), lost, value.staleSince()));
          }
        }
        score += points - lost;
      }
    }
    shortcomings.sort(Comparator.comparingInt(Shortcoming::lost).reversed());
    return new RecordQuality(score, shortcomings);
  }

  private record Said(String pointer, Optional<Provenance> origin, boolean wellFormed) {

    Said(String pointer, Optional<Provenance> origin) {
      this(pointer, origin, true);
    }
  }

  /** What one value is worth of its aspect, and what it lacks most. */
  private record Value(String pointer, double worth, Reason reason, @Nullable Instant staleSince) {

    static Value of(Aspect aspect, Said said, Staleness staleness, Instant now) {
      Value written = ofOrigin(aspect, said, staleness, now);
      return said.wellFormed()
          ? written
          : new Value(
              said.pointer(), MALFORMED * written.worth(), Reason.MALFORMED, written.staleSince());
    }

    private static Value ofOrigin(Aspect aspect, Said said, Staleness staleness, Instant now) {
      if (said.origin().isEmpty()) {
        return new Value(said.pointer(), UNKNOWN, Reason.UNKNOWN_ORIGIN, null);
      }
      Provenance origin = said.origin().get();
      double confidence = origin.confidence().value().doubleValue();
      Optional<Instant> staleSince =
          staleness.of(aspect, origin.source().receivedAt()).filter(since -> !now.isBefore(since));
      return staleSince
          .map(since -> new Value(said.pointer(), STALE * confidence, Reason.STALE, since))
          .orElseGet(() -> new Value(said.pointer(), confidence, Reason.UNSURE, null));
    }
  }

  private static Stream<Said> values(Aspect aspect, Particulars said, Origins origins) {
    return switch (aspect) {
      case NAME -> trait("/name", said.name(), Trait.NAME, origins);
      case BIRTH_DATE -> trait("/birthDate", said.birthDate(), Trait.BIRTH_DATE, origins);
      case LANGUAGE -> trait("/language", said.language(), Trait.LANGUAGE, origins);
      case OCCUPATION -> trait("/occupation", said.occupation(), Trait.OCCUPATION, origins);
      case PHONE -> contacts(ContactType.PHONE, said, origins);
      case EMAIL -> contacts(ContactType.EMAIL, said, origins);
      case POSTAL -> contacts(ContactType.POSTAL, said, origins);
      case IDENTIFIER -> identifiers(said, origins);
    };
  }

  private static Stream<Said> trait(
      String pointer, @Nullable Object value, Trait trait, Origins origins) {
    return value == null ? Stream.empty() : Stream.of(new Said(pointer, origins.of(trait)));
  }

  private static Stream<Said> contacts(ContactType type, Particulars said, Origins origins) {
    List<Said> found = new ArrayList<>();
    int place = 0;
    for (Contact contact : said.contacts()) {
      if (contact.type() == type) {
        found.add(new Said("/contacts/" + place, origins.of(contact), isWellFormed(contact)));
      }
      place++;
    }
    return found.stream();
  }

  private static boolean isWellFormed(Contact contact) {
    return !(contact instanceof PostalAddress address) || address.isPostalCodeLikely();
  }

  private static Stream<Said> identifiers(Particulars said, Origins origins) {
    List<Said> found = new ArrayList<>();
    for (Identifier identifier : said.identifiers()) {
      found.add(new Said("/identifiers/" + found.size(), origins.of(identifier)));
    }
    return found.stream();
  }
}
