package io.github.langgan.customer.upkeep.updating;

import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.CustomerKind;
import io.github.langgan.customer.model.Gender;
import io.github.langgan.customer.representation.ContactBody;
import io.github.langgan.customer.representation.CustomerView;
import io.github.langgan.customer.representation.NameBody;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "OwnRecord", description = "What we know of a customer that it can put right.")
record OwnRecordView(
    @Schema(required = true) CustomerKind kind,
    @Schema(required = true) NameBody name,
    @Nullable LocalDate birthDate,
    @Nullable Gender gender,
    @Nullable String occupation,
    @Schema(description = "BCP 47", examples = "id") @Nullable String language,
    @Schema(required = true) List<ContactBody> contacts,
    @Schema(required = true, description = "For If-Match, as the ETag") int version) {

  static OwnRecordView of(Customer customer) {
    CustomerView all = CustomerView.from(customer);
    return new OwnRecordView(
        all.kind(),
        all.name(),
        all.birthDate(),
        all.gender(),
        all.occupation(),
        all.language(),
        all.contacts(),
        all.version());
  }
}
