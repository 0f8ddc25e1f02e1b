package io.github.langgan.customer.upkeep.lifeevent;

import io.github.langgan.customer.model.Contact;
import io.github.langgan.customer.model.InvalidValue;
import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.PostalAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer lives, or has its seat, elsewhere now. The new address takes the place of the old one.
 *
 * @param from null for the only address there is
 */
record Move(PostalAddress to, @Nullable PostalAddress from) implements LifeEvent {

  @Override
  public Particulars applyTo(Particulars before) {
    List<Contact> contacts = new ArrayList<>(before.contacts());
    @Nullable Contact left = from == null ? only(contacts) : from;
    int place = left == null ? contacts.size() : contacts.indexOf(left);
    if (place < 0 && !contacts.contains(to)) {
      throw new InvalidValue("from", "unknown", "is no address of the customer");
    }
    if (place < 0 || to.equals(left)) {
      return before;
    }
    if (left != null) {
      contacts.remove(place);
    }
    if (!contacts.contains(to)) {
      contacts.add(place, to);
    }
    return before.withContacts(contacts);
  }

  /** Null when there is none. */
  private static @Nullable Contact only(List<Contact> contacts) {
    List<Contact> addresses =
        contacts.stream().filter(contact -> contact instanceof PostalAddress).toList();
    if (addresses.size() > 1) {
      throw new InvalidValue("from", "ambiguous", "must be there: there are several addresses");
    }
    return addresses.isEmpty() ? null : addresses.getFirst();
  }
}
