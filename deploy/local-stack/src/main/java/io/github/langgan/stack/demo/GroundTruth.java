package io.github.langgan.stack.demo;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.langgan.stack.demo.retailer.Association;
import io.github.langgan.stack.demo.retailer.Duplicate;
import io.github.langgan.stack.demo.retailer.Edition;
import io.github.langgan.stack.demo.retailer.Habit;
import io.github.langgan.stack.demo.retailer.Retailer;
import io.github.langgan.stack.demo.retailer.Shopper;
import io.github.langgan.stack.process.WholeFile;
import java.nio.file.Path;
import java.util.Map;

/** What was planted, for whoever tries to find it. Customers go by their identifiers. */
record GroundTruth(Retailer retailer, String source, Map<String, String> customerIds) {

  private static final JsonMapper JSON = new JsonMapper();

  void write(Path file) {
    WholeFile.write(file, json().toPrettyString());
  }

  ObjectNode json() {
    Edition edition = retailer.edition();
    ObjectNode json =
        JSON.createObjectNode()
            .put("seed", edition.seed())
            .put("customers", edition.customers())
            .put("transactions", edition.transactions())
            .put("from", edition.from().toString())
            .put("until", edition.until().toString())
            .put("identifierSource", source);
    putDuplicates(json.putArray("duplicates"));
    putAssociations(json.putArray("associations"));
    ObjectNode segments = json.putObject("segments");
    for (Habit habit : Habit.values()) {
      ArrayNode members = segments.putArray(habit.name());
      retailer.shoppers().stream()
          .filter(shopper -> shopper.habit() == habit)
          .forEach(shopper -> members.add(shopper.identifier()));
    }
    ObjectNode ids = json.putObject("customerIds");
    customerIds.forEach(ids::put);
    return json;
  }

  private void putDuplicates(ArrayNode json) {
    for (Shopper shopper : retailer.shoppers()) {
      if (shopper.duplicate().isPresent()) {
        ArrayNode kinds =
            json.addObject()
                .put("identifier", shopper.duplicateIdentifier())
                .put("of", shopper.identifier())
                .putArray("kinds");
        for (Duplicate.Kind kind : shopper.duplicate().get().kinds()) {
          kinds.add(kind.name());
        }
      }
    }
  }

  private static void putAssociations(ArrayNode json) {
    for (Association association : Association.PLANTED) {
      ObjectNode each = json.addObject();
      ArrayNode antecedent = each.putArray("antecedent");
      association.antecedent().forEach(antecedent::add);
      each.put("consequent", association.consequent())
          .put("support", association.support())
          .put("confidence", association.confidence())
          .put("lift", association.lift());
    }
  }
}
