package io.github.langgan.loyalty.model.rule;

/**
 * Why an expression can't be a rule.
 *
 * @param line from 1
 * @param column from 1
 */
public record RuleError(int line, int column, String message) {}
