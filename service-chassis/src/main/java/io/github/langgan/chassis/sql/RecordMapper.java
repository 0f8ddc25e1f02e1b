package io.github.langgan.chassis.sql;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.NoSuchMapperException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Rows to records by component name, {@code customer_id} to {@code customerId}; the record may be
 * private to its package, unlike with Jdbi's own mapper. A column without a component is left out;
 * a component without a column is a mistake.
 */
final class RecordMapper<T> implements RowMapper<T> {

  private final Constructor<T> constructor;
  private final RecordComponent[] components;

  RecordMapper(Class<T> type) {
    this.components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = components[i].getType();
    }
    try {
      this.constructor = type.getDeclaredConstructor(types);
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
    this.constructor.setAccessible(true);
  }

  @Override
  public T map(ResultSet row, StatementContext context) throws SQLException {
    return specialize(row, context).map(row, context);
  }

  @Override
  public RowMapper<T> specialize(ResultSet row, StatementContext context) throws SQLException {
    Map<String, Integer> columns = columns(row.getMetaData());
    int[] indexes = new int[components.length];
    ColumnMapper<?>[] mappers = new ColumnMapper<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      RecordComponent component = components[i];
      Integer index = columns.get(component.getName().toLowerCase(Locale.ROOT));
      if (index == null) {
        throw new IllegalStateException(
            "no column for %s.%s"
                .formatted(constructor.getDeclaringClass().getName(), component.getName()));
      }
      indexes[i] = index;
      mappers[i] =
          context
              .findColumnMapperFor(component.getGenericType())
              .orElseThrow(
                  () -> new NoSuchMapperException("no mapper for " + component.getGenericType()));
    }
    return (current, ignored) -> {
      @org.jspecify.annotations.Nullable Object[] values = new Object[indexes.length];
      for (int i = 0; i < indexes.length; i++) {
        values[i] = mappers[i].map(current, indexes[i], context);
      }
      return create(values);
    };
  }

  private static Map<String, Integer> columns(ResultSetMetaData labels) throws SQLException {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 1; i <= labels.getColumnCount(); i++) {
      columns.put(labels.getColumnLabel(i).replace("_", "").toLowerCase(Locale.ROOT), i);
    }
    return columns;
  }

  private T create(@org.jspecify.annotations.Nullable Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (java.lang.reflect.InvocationTargetException refused) {
      throw refused.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(refused.getCause());
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
