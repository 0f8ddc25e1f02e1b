package io.github.langgan.customer.network;

import io.github.langgan.customer.representation.NoteBody;
import io.github.langgan.customer.representation.SourceBody;
import io.github.langgan.customer.representation.Statement;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a body says of a party: of what is said of customers, only what holds for any party. */
interface PartyStatement extends Statement {

  @Nullable List<RoleBody> roles();

  @Nullable UUID customerId();

  @Override
  default @Nullable String birthDate() {
    return null;
  }

  @Override
  default @Nullable String gender() {
    return null;
  }

  @Override
  default @Nullable String occupation() {
    return null;
  }

  @Override
  default @Nullable String language() {
    return null;
  }

  @Override
  default @Nullable List<NoteBody> notes() {
    return null;
  }

  @Override
  default @Nullable SourceBody source() {
    return null;
  }
}
