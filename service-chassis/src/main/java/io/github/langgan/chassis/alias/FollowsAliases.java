package io.github.langgan.chassis.alias;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A read by an id that may mean another by now, which it then says ({@link AnsweredIds}); the API
 * description names the header.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface FollowsAliases {}
