package io.github.langgan.customer.representation;

import io.github.langgan.customer.model.Contact;
import io.github.langgan.customer.model.ContactType;
import io.github.langgan.customer.model.EmailAddress;
import io.github.langgan.customer.model.PhoneNumber;
import io.github.langgan.customer.model.PostalAddress;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "Contact",
    description =
        "A way to reach the customer. E-mail addresses and telephone numbers have a value; postal"
            + " contacts have an address.")
public record ContactBody(
    @Schema(required = true, type = SchemaType.STRING, implementation = ContactType.class)
        String type,
    @Schema(
            description =
                "E-mail address, or telephone number in any writing; answered in E.164. Without a"
                    + " country's prefix it is one of the country of the customer's addresses, if"
                    + " there is such a number there, else an Indonesian one",
            minLength = 1,
            maxLength = 254)
        @Nullable String value,
    @Nullable AddressBody address) {

  public static ContactBody of(Contact contact) {
    return switch (contact) {
      case EmailAddress email -> new ContactBody(email.type().name(), email.value(), null);
      case PhoneNumber phone -> new ContactBody(phone.type().name(), phone.value(), null);
      case PostalAddress postal ->
          new ContactBody(postal.type().name(), null, AddressBody.of(postal));
    };
  }
}
