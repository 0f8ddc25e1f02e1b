package io.github.langgan.chassis.openapi;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/** Resource methods by the {@code operationId} that they declare. */
final class ResourceMethods {

  private static final String ANNOTATION = "org.eclipse.microprofile.openapi.annotations.Operation";

  private final Map<String, ResourceMethod> byId = new HashMap<>();

  ResourceMethods(IndexView index) {
    for (var annotation : index.getAnnotations(ANNOTATION)) {
      var id = annotation.value("operationId");
      if (id != null && annotation.target().kind() == AnnotationTarget.Kind.METHOD) {
        add(id.asString(), annotation.target().asMethod());
      }
    }
  }

  /** An index may hold one class twice. */
  private void add(String id, MethodInfo method) {
    var other = byId.put(id, new ResourceMethod(method));
    if (other != null && !other.method().toString().equals(method.toString())) {
      throw new IllegalStateException("two methods have operationId " + id);
    }
  }

  /** All scopes that any method asks for. */
  SortedSet<String> scopes() {
    return byId.values().stream()
        .flatMap(method -> method.scopes().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Nullable ResourceMethod of(Operation operation) {
    return byId.get(operation.getOperationId());
  }
}
