package io.github.langgan.customer.registration.intake;

/** What kind of form it is; the source of what it says has the same name. */
public enum IntakeForm {
  WARRANTY_CARD("warrantyCard", WarrantyCard.class),
  CREDIT_APPLICATION("creditApplication", CreditApplication.class),
  SERVICE_REQUEST("serviceRequest", ServiceRequest.class),
  MEMBER_CARD("memberCard", MemberCard.class),
  WEB("webForm", WebForm.class);

  private final String member;
  private final Class<? extends FormDetails> details;

  IntakeForm(String member, Class<? extends FormDetails> details) {
    this.member = member;
    this.details = details;
  }

  /** Of the body: what this form alone has. */
  String member() {
    return member;
  }

  Class<? extends FormDetails> details() {
    return details;
  }
}
