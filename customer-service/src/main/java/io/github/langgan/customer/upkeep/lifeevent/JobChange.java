package io.github.langgan.customer.upkeep.lifeevent;

import io.github.langgan.customer.model.Contact;
import io.github.langgan.customer.model.InvalidValue;
import io.github.langgan.customer.model.Occupation;
import io.github.langgan.customer.model.Particulars;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person does something else for a living, or nothing more.
 *
 * @param occupation null for nothing
 * @param lost ways to reach the person at the former work
 * @param gained those at the new one
 */
record JobChange(@Nullable Occupation occupation, List<Contact> lost, List<Contact> gained)
    implements LifeEvent {

  @Override
  public Particulars applyTo(Particulars before) {
    List<Contact> contacts = new ArrayList<>(before.contacts());
    contacts.removeIf(contact -> isAmong(lost, contact));
    contacts.addAll(gained);
    Particulars after = before.withContacts(contacts).withOccupation(occupation);
    if (after.equals(before)) {
      return before;
    }
    for (int i = 0; i < lost.size(); i++) {
      if (!isAmong(before.contacts(), lost.get(i))) {
        throw new InvalidValue(
            "contactsNoLongerValid/" + i, "unknown", "is no contact of the customer");
      }
    }
    return after;
  }

  private static boolean isAmong(List<Contact> contacts, Contact one) {
    String key = one.lookupKey();
    return contacts.stream()
        .anyMatch(other -> key == null ? one.equals(other) : key.equals(other.lookupKey()));
  }
}
