package io.github.langgan.customer.history;

import io.github.langgan.customer.model.Gender;
import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.representation.ContactBody;
import io.github.langgan.customer.representation.IdentifierBody;
import io.github.langgan.customer.representation.NameBody;
import io.github.langgan.customer.representation.NoteBody;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "ChangedValues",
    description = "The changed fields of a customer at one version. Lists are whole.")
public record ValuesView(
    @Nullable NameBody name,
    @Nullable LocalDate birthDate,
    @Nullable Gender gender,
    @Nullable String occupation,
    @Schema(description = "BCP 47") @Nullable String language,
    @Nullable List<ContactBody> contacts,
    @Nullable List<IdentifierBody> identifiers,
    @Nullable List<NoteBody> notes) {

  static ValuesView of(Particulars said, Set<Field> fields) {
    return new ValuesView(
        fields.contains(Field.NAME) ? NameBody.of(said.name()) : null,
        fields.contains(Field.BIRTH_DATE) && said.birthDate() != null
            ? said.birthDate().value()
            : null,
        fields.contains(Field.GENDER) ? said.gender() : null,
        fields.contains(Field.OCCUPATION) && said.occupation() != null
            ? said.occupation().value()
            : null,
        fields.contains(Field.LANGUAGE) && said.language() != null ? said.language().tag() : null,
        fields.contains(Field.CONTACTS) ? list(said.contacts(), ContactBody::of) : null,
        fields.contains(Field.IDENTIFIERS) ? list(said.identifiers(), IdentifierBody::of) : null,
        fields.contains(Field.NOTES) ? list(said.notes(), NoteBody::of) : null);
  }

  private static <T, B> List<B> list(List<T> values, Function<T, B> body) {
    return values.stream().map(body).toList();
  }
}
