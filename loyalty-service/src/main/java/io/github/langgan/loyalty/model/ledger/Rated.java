package io.github.langgan.loyalty.model.ledger;

import io.github.langgan.loyalty.model.rule.Circumstances;
import io.github.langgan.loyalty.model.rule.CompiledRules;
import io.github.langgan.loyalty.model.rule.Rating;
import io.github.langgan.loyalty.model.transaction.Purchase;

/** A member's purchase with what it is worth, and what that depended on. */
public record Rated(
    Purchase purchase,
    Member member,
    CompiledRules rules,
    Circumstances circumstances,
    Rating rating) {}
