package io.github.langgan.chassis.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.reflect.Type;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * Handles take part in the running JTA transaction, because the data source does; Jdbi itself never
 * commits. Records map by their canonical constructor, snake_case columns to camelCase components.
 */
@ApplicationScoped
class JdbiProducer {

  @Produces
  @Singleton
  Jdbi jdbi(DataSource dataSource) {
    Jdbi jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
    jdbi.registerRowMapper(new RecordMapperFactory());
    jdbi.registerArgument(new ColumnArguments());
    jdbi.registerColumnMapper(
        java.time.Instant.class,
        (ColumnMapper<java.time.Instant>)
            (rs, column, context) -> {
              var at = rs.getObject(column, java.time.OffsetDateTime.class);
              return at == null ? null : at.toInstant();
            });
    return jdbi;
  }

  private static final class RecordMapperFactory implements RowMapperFactory {
    @Override
    public Optional<RowMapper<?>> build(Type type, ConfigRegistry config) {
      return type instanceof Class<?> target && target.isRecord()
          ? Optional.of(new RecordMapper<>(target))
          : Optional.empty();
    }
  }
}
