package io.github.langgan.customer.history;

import io.github.langgan.customer.model.Particulars;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What may change of a record, as its JSON names it. */
enum Field {
  NAME("name", Particulars::name),
  BIRTH_DATE("birthDate", Particulars::birthDate),
  GENDER("gender", Particulars::gender),
  OCCUPATION("occupation", Particulars::occupation),
  LANGUAGE("language", Particulars::language),
  CONTACTS("contacts", Particulars::contacts),
  IDENTIFIERS("identifiers", Particulars::identifiers),
  NOTES("notes", Particulars::notes);

  private final String json;
  private final Function<Particulars, ? extends @Nullable Object> value;

  Field(String json, Function<Particulars, ? extends @Nullable Object> value) {
    this.json = json;
    this.value = value;
  }

  String json() {
    return json;
  }

  /** Those in which the two differ. */
  static Set<Field> changed(Particulars before, Particulars after) {
    return those(field -> !Objects.equals(field.value.apply(before), field.value.apply(after)));
  }

  /** Those that say something. */
  static Set<Field> said(Particulars said) {
    return those(
        field -> {
          Object value = field.value.apply(said);
          return value != null && !value.equals(List.of());
        });
  }

  private static Set<Field> those(Predicate<Field> condition) {
    Set<Field> fields = EnumSet.noneOf(Field.class);
    Arrays.stream(values()).filter(condition).forEach(fields::add);
    return fields;
  }
}
