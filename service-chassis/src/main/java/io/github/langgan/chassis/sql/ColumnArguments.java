package io.github.langgan.chassis.sql;

import java.lang.reflect.Type;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/**
 * Binds arrays with their element type, which lets the driver send most of them in binary. As
 * {@code Object[]}, Jdbi's own way, every character is looked at for quoting.
 */
final class ColumnArguments implements ArgumentFactory {

  @Override
  public Optional<Argument> build(Type type, Object value, ConfigRegistry config) {
    return switch (value) {
      case String[] texts -> array("text", texts);
      case UUID[] ids -> Optional.of((place, statement, context) -> bind(place, statement, ids));
      case Integer[] ints -> array("int4", ints);
      case Long[] longs -> array("int8", longs);
      case Boolean[] truths -> array("bool", truths);
      case null, default -> Optional.empty();
    };
  }

  private static Optional<Argument> array(String elementType, @Nullable Object[] elements) {
    return Optional.of(
        (place, statement, context) ->
            statement.setArray(
                place, statement.getConnection().createArrayOf(elementType, elements)));
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
