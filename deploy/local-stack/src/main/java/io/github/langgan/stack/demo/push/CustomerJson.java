package io.github.langgan.stack.demo.push;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.langgan.stack.demo.retailer.Person;
import io.github.langgan.stack.demo.retailer.Person.Address;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** A person as customer-service takes it. */
record CustomerJson(String source) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  ObjectNode of(Person person, String identifier, String form, LocalDate receivedOn) {
    ObjectNode json = JSON.objectNode().put("kind", "PERSON");
    ObjectNode name = json.putObject("name").put("full", person.name().full());
    if (person.name().given() != null) {
      name.put("given", person.name().given()).put("family", person.name().family());
    }
    if (person.birthDate() != null) {
      json.put("birthDate", person.birthDate().toString());
    }
    ArrayNode contacts = json.putArray("contacts");
    if (person.email() != null) {
      contacts.addObject().put("type", "EMAIL").put("value", person.email());
    }
    if (person.phone() != null) {
      contacts.addObject().put("type", "PHONE").put("value", person.phone());
    }
    if (person.address() != null) {
      contacts.addObject().put("type", "POSTAL").set("address", address(person.address()));
    }
    json.putArray("identifiers").addObject().put("source", source).put("value", identifier);
    json.putObject("source")
        .put("form", form)
        .put("receivedAt", receivedOn.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC).toString());
    return json;
  }

  private static ObjectNode address(Address address) {
    ObjectNode json = JSON.objectNode();
    ArrayNode lines = json.putArray("lines");
    address.lines().forEach(lines::add);
    return json.put("locality", address.locality())
        .put("region", address.region())
        .put("postalCode", address.postalCode())
        .put("country", "ID");
  }
}
