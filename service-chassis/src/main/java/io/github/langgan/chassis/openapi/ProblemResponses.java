package io.github.langgan.chassis.openapi;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemBody;
import io.github.langgan.chassis.problem.ProblemType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The problems that an operation can answer, by status, each type with an example. */
final class ProblemResponses {

  private ProblemResponses() {}

  static void describe(DescribedOperation described) {
    var byStatus = new TreeMap<Integer, List<ProblemType>>();
    for (var slug : slugs(described)) {
      var type = ProblemType.of(slug);
      byStatus.computeIfAbsent(type.status(), status -> new ArrayList<>()).add(type);
    }
    var responses = described.operation().getResponses();
    byStatus.forEach(
        (status, types) ->
            responses.addAPIResponse(status.toString(), response(status, described.path(), types)));
  }

  private static List<String> slugs(DescribedOperation described) {
    var slugs = new ArrayList<>(List.of("invalid-parameter", "malformed"));
    if (described.hasBody()) {
      slugs.addAll(List.of("unknown-field", "unsafe-text", "payload-too-large"));
      slugs.addAll(List.of("unsupported-media-type", "validation"));
    }
    if (described.hasParameter("cursor")) {
      slugs.add("invalid-cursor");
    }
    if (described.path().contains("{") || described.path().startsWith("/v1/operator/")) {
      slugs.add("not-found");
    }
    if (described.answersJson()) {
      slugs.add("not-acceptable");
    }
    if (described.isConditional()) {
      slugs.addAll(List.of("precondition-required", "stale-version"));
    }
    var method = described.method();
    if (method != null) {
      if (!method.isOpenToAll()) {
        slugs.addAll(List.of("unauthorized", "forbidden"));
      } else if (described.hasOwnSecurity()) {
        slugs.add("unauthorized");
      }
      if (method.isIdempotent()) {
        slugs.addAll(List.of("idempotency-key-missing", "idempotency-in-progress"));
        slugs.addAll(List.of("idempotency-mismatch", "erased"));
      }
      slugs.addAll(method.problems());
    }
    slugs.addAll(List.of("rate-limited", "internal", "unavailable"));
    return slugs.stream().distinct().toList();
  }

  private static APIResponse response(int status, String path, List<ProblemType> types) {
    var media = OASFactory.createMediaType().schema(Schemas.reference(ProblemSchemas.PROBLEM));
    types.forEach(
        type ->
            media.addExample(
                type.slug(),
                OASFactory.createExample()
                    .summary(type.title(Locale.ENGLISH))
                    .value(example(type, path))));
    var response =
        OASFactory.createAPIResponse()
            .description(
                types.stream()
                    .map(type -> type.title(Locale.ENGLISH) + " (`" + type.slug() + "`)")
                    .collect(Collectors.joining(", ")))
            .content(OASFactory.createContent().addMediaType("application/problem+json", media));
    CommonHeaders.ofProblem(response, status);
    return response;
  }

  private static Map<String, Object> example(ProblemType type, String path) {
    var body = ProblemBody.of(Problem.of(type), Locale.ENGLISH, path, null);
    var example = new LinkedHashMap<String, Object>();
    example.put("type", body.type());
    example.put("title", body.title());
    example.put("status", body.status());
    example.put("instance", path);
    return example;
  }
}
