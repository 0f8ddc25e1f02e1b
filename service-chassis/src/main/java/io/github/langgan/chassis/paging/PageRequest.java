package io.github.langgan.chassis.paging;

import io.github.langgan.chassis.problem.Problem;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** {@code limit} and {@code cursor} of a listing; take it as a {@code @BeanParam}. */
public class PageRequest {

  public static final int MOST = 200;

  private static final Set<String> NOT_A_FILTER = Set.of("cursor", "limit", "fields");

  @QueryParam("limit")
  @DefaultValue("50")
  @Parameter(
      description = "How many items at most",
      schema =
          @Schema(
              type = SchemaType.INTEGER,
              format = "int32",
              minimum = "1",
              maximum = "200",
              defaultValue = "50"))
  int limit = 50;

  @QueryParam("cursor")
  @Parameter(
      description = "Where to go on: nextCursor of the page before",
      schema = @Schema(type = SchemaType.STRING, maxLength = 1024, pattern = "^[A-Za-z0-9_-]+$"))
  @Nullable String cursor;

  @Context @Nullable UriInfo uri;

  /** For tests and callers without a request. */
  public static PageRequest of(int limit, @Nullable String cursor) {
    var request = new PageRequest();
    request.limit = limit;
    request.cursor = cursor;
    return request;
  }

  public int limit() {
    if (limit < 1 || limit > MOST) {
      throw Problem.invalidParameter("limit", "must lie between 1 and " + MOST);
    }
    return limit;
  }

  /** What to put into {@code LIMIT}: one row more than asked for. */
  public int fetch() {
    return limit() + 1;
  }

  /** Where to go on; empty on the first page. */
  public Optional<Cursor> after() {
    return Optional.ofNullable(cursor).map(token -> CursorSeal.open(token, listing()));
  }

  String seal(Cursor position) {
    return CursorSeal.seal(position, listing());
  }

  /** A cursor belongs to one path with one set of filters. */
  private String listing() {
    if (uri == null) {
      return "";
    }
    var filters = new TreeMap<>(uri.getQueryParameters());
    filters.keySet().removeAll(NOT_A_FILTER);
    return uri.getPath() + filters;
  }
}
