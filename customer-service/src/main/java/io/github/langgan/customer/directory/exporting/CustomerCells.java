package io.github.langgan.customer.directory.exporting;

import io.github.langgan.customer.model.Contact;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.EmailAddress;
import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.PhoneNumber;
import io.github.langgan.customer.model.PostalAddress;
import io.github.langgan.customer.model.SelectionShape;
import io.github.langgan.customer.representation.SafeCell;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer as the cells of a row, under the columns that an import takes. */
final class CustomerCells {

  private final List<String> cells = new ArrayList<>();

  private CustomerCells() {}

  static List<String> header(SelectionShape shape) {
    List<String> titles =
        new ArrayList<>(
            List.of(
                "kind",
                "fullName",
                "givenName",
                "familyName",
                "birthDate",
                "gender",
                "occupation",
                "language"));
    titles.addAll(Collections.nCopies(shape.emails(), "email"));
    titles.addAll(Collections.nCopies(shape.phones(), "phone"));
    for (int i = 0; i < shape.addresses(); i++) {
      titles.addAll(Collections.nCopies(shape.addressLines(), "addressLine"));
      titles.addAll(List.of("locality", "region", "postalCode", "country"));
    }
    shape
        .identifiers()
        .forEach((source, n) -> titles.addAll(Collections.nCopies(n, "identifier." + source)));
    shape.notes().forEach((label, n) -> titles.addAll(Collections.nCopies(n, note(label))));
    titles.addAll(List.of("form", "receivedAt", "confidence"));
    titles.addAll(List.of("customerId", "partner", "registeredAt", "changedAt", "version"));
    return titles;
  }

  static List<String> of(SelectionShape shape, Customer customer) {
    CustomerCells row = new CustomerCells();
    Particulars said = customer.particulars();
    row.add(said.kind());
    row.add(said.name().full());
    row.add(said.name().given());
    row.add(said.name().family());
    row.add(said.birthDate() == null ? null : said.birthDate().value());
    row.add(said.gender());
    row.add(said.occupation() == null ? null : said.occupation().value());
    row.add(said.language() == null ? null : said.language().tag());
    row.addAll(values(said, EmailAddress.class), shape.emails());
    row.addAll(values(said, PhoneNumber.class), shape.phones());
    row.addAddresses(said, shape);
    shape.identifiers().forEach((source, n) -> row.addAll(identifiers(said, source), n));
    shape.notes().forEach((label, n) -> row.addAll(notes(said, label), n));
    row.add(customer.source().form());
    row.add(customer.source().receivedAt());
    row.add(customer.source().confidence() == null ? null : customer.source().confidence().value());
    row.add(customer.id());
    row.add(customer.partner());
    row.add(customer.registeredAt());
    row.add(customer.changedAt());
    row.add(customer.version());
    return row.cells;
  }

  private static String note(String label) {
    return label.isEmpty() ? "note" : "note." + label;
  }

  private static List<String> values(Particulars said, Class<? extends Contact> type) {
    return said.contacts().stream().filter(type::isInstance).map(Contact::value).toList();
  }

  private static List<String> identifiers(Particulars said, String source) {
    return said.identifiers().stream()
        .filter(identifier -> identifier.source().equals(source))
        .map(identifier -> identifier.value())
        .toList();
  }

  private static List<String> notes(Particulars said, String label) {
    return said.notes().stream()
        .filter(note -> label.equals(note.label() == null ? "" : note.label()))
        .map(note -> note.text())
        .toList();
  }

  private void addAddresses(Particulars said, SelectionShape shape) {
    List<PostalAddress> addresses =
        said.contacts().stream()
            .filter(PostalAddress.class::isInstance)
            .map(PostalAddress.class::cast)
            .toList();
    for (PostalAddress address : addresses) {
      addAll(address.lines(), shape.addressLines());
      add(address.locality());
      add(address.region());
      add(address.postalCode());
      add(address.country());
    }
    addAll(List.of(), (shape.addresses() - addresses.size()) * (shape.addressLines() + 4));
  }

  private void addAll(List<String> values, int places) {
    values.forEach(this::add);
    for (int i = values.size(); i < places; i++) {
      cells.add("");
    }
  }

  private void add(@Nullable Object value) {
    cells.add(value == null ? "" : SafeCell.write(value.toString()));
  }
}
