package io.github.langgan.customer.registration.importing;

import io.github.langgan.customer.registration.importing.CsvColumn.Meaning;
import io.github.langgan.customer.representation.AddressBody;
import io.github.langgan.customer.representation.ContactBody;
import io.github.langgan.customer.representation.IdentifierBody;
import io.github.langgan.customer.representation.NoteBody;
import io.github.langgan.customer.representation.SafeCell;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of a row say. Also knows which column said what, so that whoever wrote the file is
 * told the column where something is wrong.
 */
final class CsvRow {

  private final Map<Meaning, String> values = new EnumMap<>(Meaning.class);
  private final List<ContactBody> contacts = new ArrayList<>();
  private final List<IdentifierBody> identifiers = new ArrayList<>();
  private final List<CsvColumn> contactColumns = new ArrayList<>();
  private final List<CsvColumn> identifierColumns = new ArrayList<>();
  private final List<NoteBody> notes = new ArrayList<>();
  private final List<CsvColumn> noteColumns = new ArrayList<>();
  private @Nullable CsvAddress address;

  CsvRow(CsvHeader header, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      add(header.columns().get(i), SafeCell.read(cells.get(i)).strip());
    }
    endAddress();
  }

  @Nullable String value(Meaning meaning) {
    return values.get(meaning);
  }

  List<ContactBody> contacts() {
    return contacts;
  }

  List<IdentifierBody> identifiers() {
    return identifiers;
  }

  List<NoteBody> notes() {
    return notes;
  }

  /** The title of the column that the value at this place of the registration came from. */
  String title(String pointer) {
    String[] steps = pointer.split("/", -1);
    return switch (steps.length > 1 ? steps[1] : "") {
      case "contacts" -> title(contactColumns, steps, pointer);
      case "identifiers" -> title(identifierColumns, steps, pointer);
      case "notes" -> title(noteColumns, steps, pointer);
      case "name" -> steps.length > 2 ? steps[2] + "Name" : Meaning.FULL_NAME.title();
      case "source" -> steps.length > 2 ? steps[2] : Meaning.FORM.title();
      default -> steps[steps.length - 1];
    };
  }

  private static String title(List<CsvColumn> columns, String[] steps, String pointer) {
    int index = steps.length > 2 && steps[2].matches("\\d{1,4}") ? Integer.parseInt(steps[2]) : -1;
    if (index < 0 || index >= columns.size()) {
      return pointer.substring(1);
    }
    CsvColumn column = columns.get(index);
    boolean ofAddress = column.meaning().isOfAddress() && steps.length > 4;
    return !ofAddress
        ? column.title()
        : "lines".equals(steps[4]) ? Meaning.ADDRESS_LINE.title() : steps[4];
  }

  private void add(CsvColumn column, String cell) {
    if (column.meaning().isOfAddress()) {
      addToAddress(column, cell);
    } else if (!cell.isEmpty()) {
      switch (column.meaning()) {
        case EMAIL, PHONE ->
            addContact(column, new ContactBody(column.meaning().name(), cell, null));
        case IDENTIFIER -> {
          identifiers.add(new IdentifierBody(column.of(), cell));
          identifierColumns.add(column);
        }
        case NOTE -> {
          notes.add(new NoteBody(column.of().isEmpty() ? null : column.of(), cell));
          noteColumns.add(column);
        }
        case IGNORED -> {}
        default -> values.put(column.meaning(), cell);
      }
    }
  }

  private void addToAddress(CsvColumn column, String cell) {
    if (address == null || address.isComplete(column.meaning())) {
      endAddress();
      address = new CsvAddress(column);
    }
    address.add(column.meaning(), cell);
  }

  private void endAddress() {
    AddressBody body = address == null ? null : address.body();
    if (address != null && body != null) {
      addContact(address.first(), new ContactBody("POSTAL", null, body));
    }
  }

  private void addContact(CsvColumn column, ContactBody contact) {
    contacts.add(contact);
    contactColumns.add(column);
  }
}
