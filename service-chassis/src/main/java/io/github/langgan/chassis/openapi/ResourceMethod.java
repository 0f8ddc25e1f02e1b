package io.github.langgan.chassis.openapi;

import io.github.langgan.chassis.alias.FollowsAliases;
import io.github.langgan.chassis.conditional.RequiresIfMatch;
import io.github.langgan.chassis.http.LongBody;
import io.github.langgan.chassis.idempotency.Idempotent;
import io.github.langgan.chassis.inbox.AnswersPosition;
import io.github.langgan.chassis.inbox.ReadsAfter;
import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Optional;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.MethodInfo;

/** What the annotations of a resource method say beyond what the scanner reads. */
record ResourceMethod(MethodInfo method) {

  /** The scopes of which one is enough; empty when any authenticated caller may call. */
  List<String> scopes() {
    return annotation(PermissionsAllowed.class)
        .map(allowed -> List.of(allowed.value().asStringArray()))
        .orElse(List.of());
  }

  boolean isOpenToAll() {
    return annotation(PermissionsAllowed.class).isEmpty()
        && annotation(Authenticated.class).isEmpty()
        && annotation(PermitAll.class).isPresent();
  }

  boolean isIdempotent() {
    return annotation(Idempotent.class).isPresent();
  }

  boolean requiresKey() {
    return annotation(Idempotent.class)
        .map(idempotent -> idempotent.value("required"))
        .map(required -> required.asBoolean())
        .orElse(true);
  }

  boolean requiresIfMatch() {
    return annotation(RequiresIfMatch.class).isPresent();
  }

  boolean readsAfter() {
    return annotation(ReadsAfter.class).isPresent();
  }

  /** Empty when neither the method nor its class says it. */
  List<String> produces() {
    return annotation(Produces.class)
        .map(types -> List.of(types.value().asStringArray()))
        .orElse(List.of());
  }

  boolean takesLongBody() {
    return annotation(LongBody.class).isPresent();
  }

  boolean answersPosition() {
    return annotation(AnswersPosition.class).isPresent();
  }

  boolean followsAliases() {
    return annotation(FollowsAliases.class).isPresent();
  }

  List<String> problems() {
    return annotation(ProblemResponse.class)
        .map(problems -> List.of(problems.value().asStringArray()))
        .orElse(List.of());
  }

  private Optional<AnnotationInstance> annotation(Class<?> type) {
    var ofMethod = method.declaredAnnotation(type.getName());
    return Optional.ofNullable(
        ofMethod != null ? ofMethod : method.declaringClass().declaredAnnotation(type.getName()));
  }
}
