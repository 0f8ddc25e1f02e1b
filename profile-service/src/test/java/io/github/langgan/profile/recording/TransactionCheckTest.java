package io.github.langgan.profile.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.langgan.chassis.json.StrictMapper;
import io.github.langgan.chassis.problem.FieldError;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.profile.model.ReportedTransaction;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransactionCheckTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final ObjectMapper JSON = StrictMapper.create();
  private static final String PURCHASE =
      """
      {"externalId":"A1","type":"PURCHASE","occurredAt":"2026-02-28T12:00:00+07:00",
       "customer":{"phone":"0812 345 6789"},"currency":"GBP","channel":"STORE",
       "lines":[{"product":"CUP","quantity":6,"unitPrice":"2.5"}]}""";

  @Test
  void a_good_purchase_passes_in_one_spelling() throws IOException {
    ReportedTransaction report = check("{}");

    assertThat(report.customer()).hasToString("phone:+628123456789");
    assertThat(report.occurredAt()).isEqualTo("2026-02-28T05:00:00Z");
    assertThat(report.lines()).singleElement().extracting("discount").hasToString("0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'externalId':null}                                             | /externalId | not-null",
        "{'externalId':''}                                               | /externalId | size",
        "{'type':null}                                                   | /type       | not-null",
        "{'occurredAt':null}                                             | /occurredAt | not-null",
        "{'occurredAt':'2026-03-02T12:00:01Z'}                           | /occurredAt | future",
        "{'currency':'GBX'}                                              | /currency   | currency",
        "{'currency':'gbp'}                                              | /currency   | currency",
        "{'customer':{}}                                                 | /customer   | exactly-one",
        "{'customer':{'phone':'0812345678','card':'1'}}                  | /customer   | exactly-one",
        "{'customer':{'phone':'none'}}                                   | /customer/phone | phone",
        "{'customer':{'email':'siti'}}                                   | /customer/email | email",
        "{'customer':{'identifier':{'source':'acme'}}} | /customer/identifier/value | not-null",
        "{'returns':{'externalId':'A0'}}                                 | /returns    | not-a-return",
        "{'type':'RETURN','returns':{}}                          | /returns/externalId | not-null",
        "{'lines':null}                                                  | /lines      | not-empty",
        "{'lines':[]}                                                    | /lines      | not-empty",
        "{'lines':[null]}                                                | /lines/0    | not-null",
        "{'lines':[{'quantity':1,'unitPrice':'1'}]}              | /lines/0/product    | not-null",
        "{'lines':[{'product':'C','unitPrice':'1'}]}             | /lines/0/quantity   | not-null",
        "{'lines':[{'product':'C','quantity':0,'unitPrice':'1'}]}  | /lines/0/quantity | range",
        "{'lines':[{'product':'C','quantity':-1,'unitPrice':'1'}]} | /lines/0/quantity | range",
        "{'lines':[{'product':'C','quantity':1}]}                | /lines/0/unitPrice | not-null",
        "{'lines':[{'product':'C','quantity':1,'unitPrice':'-1'}]} | /lines/0/unitPrice | positive-or-zero",
        "{'lines':[{'product':'C','quantity':1,'unitPrice':'1.00001'}]} | /lines/0/unitPrice | decimal",
        "{'lines':[{'product':'C','quantity':1,'unitPrice':'1e3'}]} | /lines/0/unitPrice | decimal",
        "{'lines':[{'product':'C','quantity':1,'unitPrice':'1','discount':'1.01'}]} | /lines/0/discount | too-large",
        "{'lines':[{'product':'C','quantity':1,'unitPrice':'1000000000000'}]} | /lines/0/unitPrice | too-large",
        "{'lines':[{'product':'C','quantity':10000000,'unitPrice':'999999999999'}]} | /lines/0/unitPrice | too-large",
      })
  void what_is_wrong_is_named_with_its_place(String change, String pointer, String code)
      throws IOException {
    Problem problem = refusal(change.replace('\'', '"'));

    assertThat(problem.type().slug()).isEqualTo("validation");
    assertThat(problem.errors())
        .extracting(FieldError::pointer, FieldError::code)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(pointer, code));
  }

  @Test
  void look_alikes_in_codes_are_unsafe() throws IOException {
    assertThat(refusal("{\"externalId\":\"Α1\"}").type().slug()).isEqualTo("unsafe-text");
  }

  @Test
  void a_return_that_names_its_purchase_needs_no_lines_and_no_prices() throws IOException {
    ReportedTransaction all =
        check("{\"type\":\"RETURN\",\"returns\":{\"externalId\":\"A0\"},\"lines\":null}");
    ReportedTransaction some =
        check(
            """
            {"type":"RETURN","returns":{"externalId":"A0"},
             "lines":[{"product":"CUP","quantity":1}]}""");

    assertThat(all.lines()).isEmpty();
    assertThat(some.lines()).singleElement().extracting("unitPrice").isNull();
  }

  @Test
  void a_gift_costs_nothing() throws IOException {
    ReportedTransaction gift =
        check("{\"lines\":[{\"product\":\"C\",\"quantity\":1,\"unitPrice\":\"0.00\"}]}");

    assertThat(gift.reportedTotal()).isZero();
  }

  private static ReportedTransaction check(String change) throws IOException {
    ObjectNode request = (ObjectNode) new ObjectMapper().readTree(PURCHASE);
    request.setAll((ObjectNode) new ObjectMapper().readTree(change));
    return TransactionCheck.check(
        JSON.readValue(request.toString(), TransactionRequest.class), NOW);
  }

  private static Problem refusal(String change) {
    return catchThrowableOfType(Problem.class, () -> check(change));
  }
}
