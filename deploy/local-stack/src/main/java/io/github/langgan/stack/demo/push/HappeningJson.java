package io.github.langgan.stack.demo.push;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.langgan.stack.demo.retailer.BasketLine;
import io.github.langgan.stack.demo.retailer.Happening;
import io.github.langgan.stack.demo.retailer.Happening.GivenBack;
import io.github.langgan.stack.demo.retailer.Happening.Purchase;

/** A purchase or a return as profile-service takes it. */
record HappeningJson(String source) {

  ObjectNode of(Happening happening) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("externalId", happening.externalId())
            .put("occurredAt", happening.at().toString())
            .put("currency", "IDR");
    switch (happening) {
      case Purchase purchase -> {
        json.put("type", "PURCHASE").put("channel", purchase.channel());
        putCustomer(json, purchase);
        ArrayNode lines = json.putArray("lines");
        purchase.lines().forEach(line -> addLine(lines, line));
      }
      case GivenBack back -> {
        json.put("type", "RETURN").put("channel", "STORE");
        putCustomer(json, back.purchase());
        putGivenBack(json, back);
      }
    }
    return json;
  }

  private void putCustomer(ObjectNode json, Purchase purchase) {
    switch (purchase.naming()) {
      case IDENTIFIER -> putIdentifier(json, purchase.shopper().identifier());
      case DUPLICATE -> putIdentifier(json, purchase.shopper().duplicateIdentifier());
      case EMAIL -> json.putObject("customer").put("email", purchase.shopper().person().email());
      case NOBODY -> {}
    }
  }

  private void putIdentifier(ObjectNode json, String value) {
    json.putObject("customer").putObject("identifier").put("source", source).put("value", value);
  }

  private static void putGivenBack(ObjectNode json, GivenBack back) {
    if (back.namesPurchase()) {
      json.putObject("returns").put("externalId", back.purchase().externalId());
    }
    if (!back.all()) {
      ObjectNode line =
          json.putArray("lines")
              .addObject()
              .put("product", back.piece().product().code())
              .put("quantity", back.piece().quantity());
      if (!back.namesPurchase()) {
        line.put("unitPrice", Integer.toString(back.piece().unitPrice()));
      }
    }
  }

  private static void addLine(ArrayNode lines, BasketLine line) {
    lines
        .addObject()
        .put("product", line.product().code())
        .put("name", line.product().name())
        .put("category", line.product().category())
        .put("quantity", line.quantity())
        .put("unitPrice", Integer.toString(line.unitPrice()))
        .put("unitCost", Integer.toString(line.unitCost()))
        .put("discount", Integer.toString(line.discount()));
  }
}
