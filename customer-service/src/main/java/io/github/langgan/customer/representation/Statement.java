package io.github.langgan.customer.representation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a body says of a customer. */
public interface Statement {

  NameBody name();

  @Nullable String birthDate();

  @Nullable String gender();

  @Nullable String occupation();

  @Nullable String language();

  @Nullable List<ContactBody> contacts();

  @Nullable List<IdentifierBody> identifiers();

  @Nullable List<NoteBody> notes();

  @Nullable SourceBody source();
}
