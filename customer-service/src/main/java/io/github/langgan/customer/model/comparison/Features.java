package io.github.langgan.customer.model.comparison;

import io.github.langgan.customer.model.Contact;
import io.github.langgan.customer.model.EmailAddress;
import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.PhoneNumber;
import io.github.langgan.customer.model.PostalAddress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A record made ready to be compared, once for all its comparisons.
 *
 * @param name its words
 * @param streets the words of each address above its locality
 * @param identifiers the values of each source
 */
public record Features(
    List<String> name,
    @Nullable LocalDate birthDate,
    Set<String> phones,
    Set<String> emails,
    List<List<String>> streets,
    Set<String> localities,
    Set<String> postalCodes,
    Map<String, Set<String>> identifiers) {

  public static Features of(Particulars record) {
    Set<String> phones = new TreeSet<>();
    Set<String> emails = new TreeSet<>();
    List<List<String>> streets = new ArrayList<>();
    Set<String> localities = new TreeSet<>();
    Set<String> postalCodes = new TreeSet<>();
    for (Contact contact : record.contacts()) {
      switch (contact) {
        case PhoneNumber phone -> phones.add(phone.lookupKey());
        case EmailAddress email -> emails.add(email.lookupKey());
        case PostalAddress address -> {
          if (!address.lines().isEmpty()) {
            streets.add(Words.of(String.join(" ", address.lines())));
          }
          if (address.locality() != null) {
            localities.add(Words.joined(address.locality()));
          }
          if (address.postalCode() != null) {
            postalCodes.add(Words.joined(address.postalCode()));
          }
        }
      }
    }
    Map<String, Set<String>> identifiers = new TreeMap<>();
    record
        .identifiers()
        .forEach(
            one ->
                identifiers
                    .computeIfAbsent(one.source(), source -> new TreeSet<>())
                    .add(one.value()));
    return new Features(
        Words.of(record.name().full()),
        Objects.isNull(record.birthDate()) ? null : record.birthDate().value(),
        phones,
        emails,
        streets,
        localities,
        postalCodes,
        identifiers);
  }
}
