package io.github.langgan.chassis.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource method that reads its body as a stream and keeps little of it in memory: the body
 * may be as long as {@code langgan.http.max-long-body-size} says. The service lets it through with
 * {@code quarkus.http.limits.max-body-size}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface LongBody {

  String LIMIT = "langgan.http.max-long-body-size";
}
