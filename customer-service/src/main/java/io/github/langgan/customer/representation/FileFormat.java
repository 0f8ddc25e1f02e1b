package io.github.langgan.customer.representation;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;

/** What a file of customers may look like. */
public enum FileFormat {
  CSV,
  NDJSON;

  /** Of a CSV file; a million rows of more would be mostly commas. */
  public static final int MOST_COLUMNS = 1_000;

  public static final String CSV_TYPE = "text/csv";
  public static final String NDJSON_TYPE = "application/x-ndjson";

  public static FileFormat of(MediaType type) {
    String charset = type.getParameters().getOrDefault("charset", "utf-8");
    if (!"utf-8".equalsIgnoreCase(charset)) {
      throw Problem.of(Problems.UNSUPPORTED_MEDIA_TYPE, "The file must be in UTF-8");
    }
    return type.getSubtype().equalsIgnoreCase("csv") ? CSV : NDJSON;
  }

  /** What the caller would rather have; NDJSON when it is all the same. */
  public static FileFormat asked(Request request) {
    Variant variant =
        request.selectVariant(
            Variant.mediaTypes(MediaType.valueOf(NDJSON_TYPE), MediaType.valueOf(CSV_TYPE))
                .build());
    if (variant == null) {
      throw Problem.of(Problems.NOT_ACCEPTABLE);
    }
    return of(variant.getMediaType());
  }

  public String type() {
    return this == CSV ? CSV_TYPE : NDJSON_TYPE;
  }
}
