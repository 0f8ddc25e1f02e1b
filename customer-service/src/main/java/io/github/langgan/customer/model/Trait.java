package io.github.langgan.customer.model;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a customer has at most one of. */
public enum Trait {
  NAME(Particulars::name),
  BIRTH_DATE(Particulars::birthDate),
  GENDER(Particulars::gender),
  OCCUPATION(Particulars::occupation),
  LANGUAGE(Particulars::language);

  private final Function<Particulars, ? extends @Nullable Object> value;

  Trait(Function<Particulars, ? extends @Nullable Object> value) {
    this.value = value;
  }

  public @Nullable Object in(Particulars said) {
    return value.apply(said);
  }
}
