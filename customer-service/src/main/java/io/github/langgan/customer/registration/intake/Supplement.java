package io.github.langgan.customer.registration.intake;

import io.github.langgan.customer.model.Contact;
import io.github.langgan.customer.model.CustomerName;
import io.github.langgan.customer.model.Identifier;
import io.github.langgan.customer.model.Particulars;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a form adds to a record: what the record lacks. What stands there stays, whatever the form
 * says.
 *
 * @param whole the record with it
 * @param pointers to what of the form was added
 */
record Supplement(Particulars whole, List<String> pointers) {

  static Supplement of(Particulars ours, Particulars said) {
    List<String> added = new ArrayList<>();
    CustomerName name = name(ours.name(), said.name(), added);
    return new Supplement(
        new Particulars(
            ours.kind(),
            name,
            added(ours.birthDate(), said.birthDate(), "/customer/birthDate", added),
            added(ours.gender(), said.gender(), "/customer/gender", added),
            added(ours.occupation(), said.occupation(), "/customer/occupation", added),
            added(ours.language(), said.language(), "/customer/language", added),
            contacts(ours.contacts(), said.contacts(), added),
            identifiers(ours.identifiers(), said.identifiers(), added),
            ours.notes()),
        added);
  }

  /** The same name in parts says more than in full. */
  private static CustomerName name(CustomerName ours, CustomerName said, List<String> added) {
    if (ours.hasParts() || !said.hasParts() || !ours.full().equals(said.full())) {
      return ours;
    }
    added.add("/customer/name");
    return said;
  }

  private static <T> @Nullable T added(
      @Nullable T ours, @Nullable T said, String pointer, List<String> added) {
    if (ours != null || said == null) {
      return ours;
    }
    added.add(pointer);
    return said;
  }

  private static List<Contact> contacts(
      List<Contact> ours, List<Contact> said, List<String> added) {
    var known = ours.stream().map(Supplement::key).collect(Collectors.toSet());
    List<Contact> more = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      if (known.add(key(said.get(i)))) {
        more.add(said.get(i));
        added.add("/customer/contacts/" + i);
      }
    }
    return Stream.concat(ours.stream(), more.stream()).toList();
  }

  private static Object key(Contact contact) {
    String lookupKey = contact.lookupKey();
    return lookupKey == null ? contact : lookupKey;
  }

  private static List<Identifier> identifiers(
      List<Identifier> ours, List<Identifier> said, List<String> added) {
    List<Identifier> whole = new ArrayList<>(ours);
    for (int i = 0; i < said.size(); i++) {
      if (!ours.contains(said.get(i))) {
        whole.add(said.get(i));
        added.add("/customer/identifiers/" + i);
      }
    }
    return whole;
  }
}
