package io.github.langgan.loyalty.model.contact;

/**
 * What somebody is contacted for, and how.
 *
 * @param code of customer-service
 * @param needsConsent on record; else only an objection counts against it (legitimate interests)
 */
public record Purpose(String code, Channel channel, boolean needsConsent) {}
