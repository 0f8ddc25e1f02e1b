package io.github.langgan.chassis.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.jboss.jandex.Type;

/** A method that returns nothing answers 204, whatever the scanner takes from its verb. */
final class VoidAnswers {

  private VoidAnswers() {}

  static void describe(DescribedOperation described) {
    var method = described.method();
    if (method == null || method.method().returnType().kind() != Type.Kind.VOID) {
      return;
    }
    var responses = described.operation().getResponses();
    for (var status : new String[] {"200", "201"}) {
      var response = responses.getAPIResponse(status);
      if (response != null && response.getContent() == null) {
        responses.removeAPIResponse(status);
      }
    }
    if (responses.getAPIResponse("204") == null) {
      responses.addAPIResponse("204", OASFactory.createAPIResponse().description("Done"));
    }
  }
}
