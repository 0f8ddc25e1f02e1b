package io.github.langgan.loyalty.voucher.campaign;

import static io.github.langgan.loyalty.testing.VoucherApi.TEN_PERCENT;
import static io.github.langgan.loyalty.testing.VoucherApi.TEN_POUNDS;
import static io.github.langgan.loyalty.testing.VoucherApi.campaign;
import static io.github.langgan.loyalty.testing.VoucherApi.create;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.VoucherApi;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CampaignTest extends LoyaltyTest {

  @Test
  void a_campaign_is_read_as_it_was_set_up() {
    UUID program = Api.program();
    UUID campaign =
        campaign(
            "\"discount\":{\"kind\":\"PERCENT\",\"percent\":\"12.50\",\"maximum\":\"50\"}",
            "\"programId\":\"" + program + "\"",
            "\"validity\":{\"from\":\"2026-01-01T00:00:00Z\",\"until\":\"2030-06-01T00:00:00Z\","
                + "\"daysSinceIssue\":30}",
            "\"minimumSpend\":\"40\",\"usesPerCode\":2,\"usesPerCustomer\":3",
            "\"scope\":{\"categories\":[\"HOME\"],\"excludedProducts\":[\"85123A\"]}",
            "\"budget\":{\"maximumDiscount\":\"1000\",\"maximumRedemptions\":200}",
            "\"stacking\":{\"exclusive\":true,\"group\":\"spring\"}",
            "\"codes\":{\"prefix\":\"SPRING\",\"length\":12},\"extendOnReturnDays\":14");

    Api.as("manager")
        .get("/v1/loyalty/voucher-campaigns/{id}", campaign)
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"1\""))
        .body("discount.percent", equalTo("12.5"))
        .body("discount.maximum", equalTo("50.00"))
        .body("programId", equalTo(program.toString()))
        .body("validity.daysSinceIssue", equalTo(30))
        .body("minimumSpend", equalTo("40.00"))
        .body("scope.categories[0]", equalTo("HOME"))
        .body("scope.excludedProducts[0]", equalTo("85123A"))
        .body("usesPerCode", equalTo(2))
        .body("usesPerCustomer", equalTo(3))
        .body("budget.maximumDiscount", equalTo("1000.00"))
        .body("stacking.group", equalTo("spring"))
        .body("codes.prefix", equalTo("SPRING"))
        .body("extendOnReturnDays", equalTo(14))
        .body("state", equalTo("ACTIVE"));
    Api.as("marketer")
        .get("/v1/loyalty/voucher-campaigns")
        .then()
        .statusCode(200)
        .body("items.campaignId", hasItem(campaign.toString()));
    Api.as("marketer")
        .get("/v1/loyalty/voucher-campaigns/{id}/budget", campaign)
        .then()
        .statusCode(200)
        .body("discount", equalTo("0.00"))
        .body("redemptions", equalTo(0));
  }

  @Test
  void codes_are_for_one_use_unless_said_otherwise() {
    create(TEN_POUNDS)
        .then()
        .statusCode(201)
        .header("Location", containsString("/v1/loyalty/voucher-campaigns/"))
        .body("usesPerCode", equalTo(1))
        .body("codes.length", equalTo(10))
        .body("codes.prefix", nullValue());
  }

  @Test
  void a_closed_campaign_stays_closed() {
    UUID campaign = campaign(TEN_POUNDS);

    VoucherApi.close(campaign).then().statusCode(200).body("state", equalTo("CLOSED"));
    VoucherApi.close(campaign).then().statusCode(200).header("ETag", equalTo("\"2\""));

    VoucherApi.make(campaign, 1)
        .then()
        .statusCode(409)
        .body("type", endsWith("/problems/voucher-campaign-closed"));
    VoucherApi.close(UuidV7.next()).then().statusCode(404);
  }

  @Test
  void a_public_code_that_all_may_use_without_end_is_refused() {
    refused("/publicCode", TEN_PERCENT + ",\"publicCode\":\"FOREVER10\"");
    String name = VoucherApi.publicCode(TEN_PERCENT, "\"usesPerCustomer\":1");

    refused("/publicCode", TEN_PERCENT + ",\"usesPerCode\":5,\"publicCode\":\"" + name + "\"");
    refused(
        "/publicCode",
        TEN_PERCENT + ",\"usesPerCode\":5,\"publicCode\":\"" + name.replace('O', '0') + "\"");
    UUID other =
        campaign(
            TEN_PERCENT, "\"usesPerCode\":5,\"publicCode\":\"" + VoucherApi.publicName() + "\"");
    VoucherApi.make(other, 1)
        .then()
        .statusCode(409)
        .body("type", endsWith("/problems/voucher-campaign-public"));
  }

  @Test
  void what_no_campaign_can_have_is_refused_where_it_stands() {
    refused("/discount/amount", "\"discount\":{\"kind\":\"AMOUNT\",\"amount\":\"0.00\"}");
    refused("/discount/amount", "\"discount\":{\"kind\":\"AMOUNT\",\"amount\":\"10.005\"}");
    refused("/discount/amount", "\"discount\":{\"kind\":\"AMOUNT\",\"percent\":\"5\"}");
    refused("/discount/percent", "\"discount\":{\"kind\":\"PERCENT\",\"percent\":\"100.1\"}");
    refused("/discount/percent", "\"discount\":{\"kind\":\"PERCENT\",\"percent\":\"0\"}");
    refused("/codes/length", TEN_POUNDS + ",\"codes\":{\"length\":9}");
    refused("/codes/prefix", TEN_POUNDS + ",\"codes\":{\"prefix\":\"SUMMER\"}");
    refused("/minimumSpend", TEN_POUNDS + ",\"minimumSpend\":\"0\"");
    refused(
        "/validity/until",
        TEN_POUNDS
            + ",\"validity\":{\"from\":\"2026-02-01T00:00:00Z\",\"until\":\"2026-02-01T00:00:00Z\"}");
    create(TEN_POUNDS + ",\"programId\":\"" + UuidV7.next() + "\"")
        .then()
        .statusCode(422)
        .body("type", endsWith("/problems/unknown-program"));
  }

  @Test
  void only_marketers_and_managers_set_up_campaigns() {
    for (String role : new String[] {"agent", "analyst", "operator"}) {
      Api.as(role).get("/v1/loyalty/voucher-campaigns").then().statusCode(403);
    }
    Api.with(Tokens.partner("acme")).get("/v1/loyalty/voucher-campaigns").then().statusCode(403);
  }

  private static void refused(String pointer, String members) {
    create(members).then().statusCode(422).body("errors[0].pointer", equalTo(pointer));
  }
}
