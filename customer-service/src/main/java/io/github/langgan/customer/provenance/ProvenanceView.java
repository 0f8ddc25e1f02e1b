package io.github.langgan.customer.provenance;

import io.github.langgan.customer.model.Contact;
import io.github.langgan.customer.model.CustomerId;
import io.github.langgan.customer.model.DocumentedCustomer;
import io.github.langgan.customer.model.Identifier;
import io.github.langgan.customer.model.Note;
import io.github.langgan.customer.model.Origins;
import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.Provenance;
import io.github.langgan.customer.model.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Provenance", description = "Where each value of a customer came from.")
public record ProvenanceView(
    @Schema(required = true) UUID customerId,
    @Schema(required = true, description = "Of the record, whose values these are") int version,
    @Schema(required = true, description = "In the order of the record") List<ValueView> values) {

  /**
   * @param staff whether to name persons and programs
   */
  static ProvenanceView from(DocumentedCustomer documented, boolean staff) {
    Particulars said = documented.customer().particulars();
    Origins origins = documented.origins();
    CustomerId id = documented.customer().id();
    List<ValueView> values = new ArrayList<>();
    for (Trait trait : Trait.values()) {
      String text = text(trait, said);
      if (text != null) {
        values.add(ValueView.of(id, pointer(trait), text, origins.of(trait), staff));
      }
    }
    values.addAll(list(id, "/contacts", said.contacts(), Contact::value, origins::of, staff));
    values.addAll(
        list(id, "/identifiers", said.identifiers(), Identifier::value, origins::of, staff));
    values.addAll(list(id, "/notes", said.notes(), Note::text, origins::of, staff));
    return new ProvenanceView(id.value(), documented.customer().version(), values);
  }

  private static <T> List<ValueView> list(
      CustomerId id,
      String pointer,
      List<T> values,
      Function<T, String> text,
      Function<T, Optional<Provenance>> origin,
      boolean staff) {
    List<ValueView> views = new ArrayList<>(values.size());
    for (T value : values) {
      String place = pointer + "/" + views.size();
      views.add(ValueView.of(id, place, text.apply(value), origin.apply(value), staff));
    }
    return views;
  }

  private static String pointer(Trait trait) {
    return switch (trait) {
      case NAME -> "/name";
      case BIRTH_DATE -> "/birthDate";
      case GENDER -> "/gender";
      case OCCUPATION -> "/occupation";
      case LANGUAGE -> "/language";
    };
  }

  private static @Nullable String text(Trait trait, Particulars said) {
    return switch (trait) {
      case NAME -> said.name().full();
      case BIRTH_DATE -> said.birthDate() == null ? null : said.birthDate().value().toString();
      case GENDER -> said.gender() == null ? null : said.gender().name();
      case OCCUPATION -> said.occupation() == null ? null : said.occupation().value();
      case LANGUAGE -> said.language() == null ? null : said.language().tag();
    };
  }
}
