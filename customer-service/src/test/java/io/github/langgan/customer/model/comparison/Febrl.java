package io.github.langgan.customer.model.comparison;

import io.github.langgan.customer.model.BirthDate;
import io.github.langgan.customer.model.Contact;
import io.github.langgan.customer.model.CustomerKind;
import io.github.langgan.customer.model.CustomerName;
import io.github.langgan.customer.model.Identifier;
import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.PostalAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records of made-up people, some of them written down again with mistakes. */
record Febrl(String person, Particulars record) {

  private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("uuuuMMdd");

  static List<Febrl> read(Path file, boolean withNumber) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .skip(1)
          .map(line -> Arrays.stream(line.split(",", -1)).map(String::strip).toList())
          .map(fields -> of(fields, withNumber))
          .toList();
    }
  }

  Features features(Vocabulary vocabulary) {
    BirthDate born = record.birthDate();
    FeaturesBuilder builder =
        new FeaturesBuilder(vocabulary)
            .customer(record.kind(), record.name().full(), born == null ? null : born.value());
    for (Contact contact : record.contacts()) {
      PostalAddress address = (PostalAddress) contact;
      builder.place(String.join(" ", address.lines()), address.locality(), address.postalCode());
    }
    record.identifiers().forEach(one -> builder.identifier(one.source(), one.value()));
    return builder.build().orElseThrow();
  }

  private static Febrl of(List<String> field, boolean withNumber) {
    String name = joined(field.get(1), field.get(2));
    String street = joined(field.get(3), field.get(4), field.get(5));
    List<Contact> address =
        (street + field.get(6) + field.get(7)).isEmpty()
            ? List.of()
            : List.of(
                new PostalAddress(List.of(street), field.get(6), field.get(8), field.get(7), "AU"));
    List<Identifier> number =
        withNumber && !field.get(10).isEmpty()
            ? List.of(new Identifier("soc_sec", field.get(10)))
            : List.of();
    return new Febrl(
        field.get(0).split("-")[1],
        new Particulars(
            CustomerKind.PERSON,
            CustomerName.of(name.isEmpty() ? "unknown" : name, null, null),
            born(field.get(9)),
            null,
            null,
            null,
            address,
            number,
            List.of()));
  }

  private static @Nullable BirthDate born(String written) {
    try {
      return new BirthDate(LocalDate.parse(written, COMPACT));
    } catch (DateTimeParseException mistyped) {
      return null;
    }
  }

  private static String joined(String... parts) {
    return Stream.of(parts)
        .filter(Objects::nonNull)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
