package io.github.langgan.chassis.problem;

/** The problem types that every service can answer. */
public final class Problems {

  public static final ProblemType MALFORMED = ProblemType.of("malformed");
  public static final ProblemType UNKNOWN_FIELD = ProblemType.of("unknown-field");
  public static final ProblemType UNSAFE_TEXT = ProblemType.of("unsafe-text");
  public static final ProblemType VALIDATION = ProblemType.of("validation");
  public static final ProblemType INVALID_PARAMETER = ProblemType.of("invalid-parameter");
  public static final ProblemType INVALID_CURSOR = ProblemType.of("invalid-cursor");
  public static final ProblemType UNAUTHORIZED = ProblemType.of("unauthorized");
  public static final ProblemType FORBIDDEN = ProblemType.of("forbidden");
  public static final ProblemType NOT_FOUND = ProblemType.of("not-found");
  public static final ProblemType ERASED = ProblemType.of("erased");
  public static final ProblemType METHOD_NOT_ALLOWED = ProblemType.of("method-not-allowed");
  public static final ProblemType NOT_ACCEPTABLE = ProblemType.of("not-acceptable");
  public static final ProblemType CONFLICT = ProblemType.of("conflict");
  public static final ProblemType STALE_VERSION = ProblemType.of("stale-version");
  public static final ProblemType PRECONDITION_REQUIRED = ProblemType.of("precondition-required");
  public static final ProblemType PAYLOAD_TOO_LARGE = ProblemType.of("payload-too-large");
  public static final ProblemType UNSUPPORTED_MEDIA_TYPE = ProblemType.of("unsupported-media-type");
  public static final ProblemType IDEMPOTENCY_KEY_MISSING =
      ProblemType.of("idempotency-key-missing");
  public static final ProblemType IDEMPOTENCY_IN_PROGRESS =
      ProblemType.of("idempotency-in-progress");
  public static final ProblemType IDEMPOTENCY_MISMATCH = ProblemType.of("idempotency-mismatch");
  public static final ProblemType RATE_LIMITED = ProblemType.of("rate-limited");
  public static final ProblemType UNAVAILABLE = ProblemType.of("unavailable");
  public static final ProblemType INTERNAL = ProblemType.of("internal");

  private Problems() {}
}
