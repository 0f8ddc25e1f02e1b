package io.github.langgan.customer.representation;

import io.github.langgan.customer.model.Contact;
import io.github.langgan.customer.model.ContactType;
import io.github.langgan.customer.model.EmailAddress;
import io.github.langgan.customer.model.PhoneNumber;
import io.github.langgan.customer.model.PostalAddress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "Contact",
    description =
        "A way to reach the customer. E-mail addresses and telephone numbers have a value; postal"
            + " contacts have an address.")
public record ContactBody(
    @NotNull ContactType type,
    @Schema(
            description = "E-mail address, or telephone number in any writing; answered in E.164",
            examples = "+628123456789")
        @Nullable
        @Size(min = 1, max = 254)
        String value,
    @Nullable @Valid AddressBody address) {

  static ContactBody of(Contact contact) {
    return switch (contact) {
      case EmailAddress email -> new ContactBody(email.type(), email.value(), null);
      case PhoneNumber phone -> new ContactBody(phone.type(), phone.value(), null);
      case PostalAddress postal -> new ContactBody(postal.type(), null, AddressBody.of(postal));
    };
  }
}
