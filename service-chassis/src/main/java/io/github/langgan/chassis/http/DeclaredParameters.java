package io.github.langgan.chassis.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The query parameters of a resource method, with the types that they are read as. */
final class DeclaredParameters {

  private DeclaredParameters() {}

  static Map<String, Class<?>> of(Method method) {
    var declared = new HashMap<String, Class<?>>();
    for (var parameter : method.getParameters()) {
      add(declared, parameter, parameter.getType());
      if (parameter.isAnnotationPresent(BeanParam.class)) {
        addBean(declared, parameter.getType());
      }
    }
    return declared;
  }

  private static void addBean(Map<String, Class<?>> declared, Class<?> bean) {
    for (Class<?> type = bean; type != null && type != Object.class; type = type.getSuperclass()) {
      for (var field : type.getDeclaredFields()) {
        add(declared, field, field.getType());
      }
    }
  }

  private static void add(Map<String, Class<?>> declared, AnnotatedElement element, Class<?> type) {
    var query = element.getAnnotation(QueryParam.class);
    if (query != null) {
      declared.put(query.value(), type);
    }
  }

  static boolean takesMany(Class<?> type) {
    return Collection.class.isAssignableFrom(type) || type.isArray();
  }
}
