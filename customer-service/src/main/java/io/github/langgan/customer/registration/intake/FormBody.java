package io.github.langgan.customer.registration.intake;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What all forms have. Nothing that must be there is missing once the body is valid. */
interface FormBody {

  String EXTERNAL_ID = "Its number, unique among your forms of this kind";
  String RECEIVED_AT = "When the customer handed it in";
  String CONFIDENCE =
      "How sure what it says is, from 0, a guess, to 1, beyond doubt, in hundredths. When it is"
          + " missing, a rule of the form holds";

  @Nullable String externalId();

  @Nullable Instant receivedAt();

  @Nullable BigDecimal confidence();

  @Nullable FormCustomer customer();

  @Nullable FormDetails details();
}
