package io.github.langgan.chassis.sql;

import java.lang.reflect.Type;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/**
 * Binds arrays with their element type, which lets the driver send most of them in binary. As
 * {@code Object[]}, Jdbi's own way, every character is looked at for quoting.
 *
 * <p>Preparable, since Jdbi asks all such before it asks any other.
 */
final class ColumnArguments implements ArgumentFactory.Preparable {

  private static final Map<Type, Function<Object, Argument>> ARGUMENTS =
      Map.of(
          String[].class, array("text"),
          UUID[].class, ColumnArguments::uuids,
          Integer[].class, array("int4"),
          Long[].class, array("int8"),
          Boolean[].class, array("bool"));

  @Override
  public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
    return Optional.ofNullable(ARGUMENTS.get(type));
  }

  private static Function<Object, Argument> array(String elementType) {
    return elements ->
        (place, statement, context) ->
            statement.setArray(
                place, statement.getConnection().createArrayOf(elementType, (Object[]) elements));
  }

  private static Argument uuids(Object ids) {
    return (place, statement, context) -> bind(place, statement, (UUID[]) ids);
  }

  /** The driver has no binary form for these; as text they need no quoting. */
  private static void bind(int place, PreparedStatement statement, @Nullable UUID[] ids)
      throws SQLException {
    StringBuilder literal = new StringBuilder(2 + ids.length * 37).append('{');
    for (int i = 0; i < ids.length; i++) {
      literal.append(i == 0 ? "" : ",").append(ids[i] == null ? "NULL" : ids[i].toString());
    }
    PGobject array = new PGobject();
    array.setType("uuid[]");
    array.setValue(literal.append('}').toString());
    statement.setObject(place, array);
  }
}
