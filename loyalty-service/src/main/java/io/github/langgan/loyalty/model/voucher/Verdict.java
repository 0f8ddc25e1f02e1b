package io.github.langgan.loyalty.model.voucher;

/** What becomes of a code in an order. */
public sealed interface Verdict {

  Asked asked();

  record Applies(Asked.Found asked, Deduction deduction) implements Verdict {}

  record Refused(Asked asked, Refusal reason) implements Verdict {}
}
