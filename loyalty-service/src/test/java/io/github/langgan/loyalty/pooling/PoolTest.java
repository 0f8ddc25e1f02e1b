package io.github.langgan.loyalty.pooling;

import static io.github.langgan.loyalty.testing.PoolApi.allow;
import static io.github.langgan.loyalty.testing.PoolApi.invite;
import static io.github.langgan.loyalty.testing.PoolApi.join;
import static io.github.langgan.loyalty.testing.PoolApi.joined;
import static io.github.langgan.loyalty.testing.PoolApi.leave;
import static io.github.langgan.loyalty.testing.PoolApi.open;
import static io.github.langgan.loyalty.testing.PoolApi.opened;
import static io.github.langgan.loyalty.testing.PoolApi.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.Member;
import io.github.langgan.loyalty.testing.PoolApi;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets into a pool, and out. */
@QuarkusTest
class PoolTest extends LoyaltyTest {

  private Member siti;
  private Member budi;
  private String sitis;
  private String budis;
  private final String agent = Tokens.of("agent");

  @BeforeEach
  void two_members() {
    siti = Member.of(others, "");
    budi = siti.other();
    sitis = Tokens.customer(siti.customer());
    budis = Tokens.customer(budi.customer());
  }

  @Test
  void members_invite_and_join_and_each_says_what_the_others_may_spend() {
    allow(siti.program(), "");
    Response answer = open(sitis, siti.membership(), "{\"points\":100,\"period\":\"MONTH\"}");
    answer
        .then()
        .statusCode(201)
        .header("Langgan-Position", startsWith("crm.loyalty/" + siti.customer()))
        .body("members.state", contains("JOINED"))
        .body("members[0].limit.points", equalTo(100));
    UUID pool = answer.jsonPath().getUUID("poolId");
    answer.then().header("Location", endsWith("/v1/loyalty/pools/" + pool));

    invite(sitis, pool, budi.membership())
        .then()
        .statusCode(201)
        .body("members.state", contains("JOINED", "INVITED"));
    PoolApi.of(budi.membership()).then().body("pools.poolId", contains(pool.toString()));
    join(budis, pool, budi.membership(), "")
        .then()
        .statusCode(200)
        .header("Langgan-Position", startsWith("crm.loyalty/" + budi.customer()))
        .body(
            "members.membershipId",
            contains(siti.membership().toString(), budi.membership().toString()))
        .body("members.state", contains("JOINED", "JOINED"));
    join(budis, pool, budi.membership(), "{\"points\":5,\"period\":\"DAY\"}")
        .then()
        .statusCode(200)
        .body("members[1].limit.points", equalTo(5));

    leave(budis, pool, budi.membership()).then().statusCode(204);

    read(sitis, pool).then().body("members.membershipId", contains(siti.membership().toString()));
    read(budis, pool).then().statusCode(404);
    leave(budis, pool, budi.membership()).then().statusCode(404);
    await()
        .untilAsserted(
            () -> {
              assertTold("pool.invited", pool, budi);
              assertTold("pool.joined", pool, siti, budi);
              assertTold("pool.left", pool, budi);
            });
  }

  private void assertTold(String type, UUID pool, Member... members) {
    assertThat(topics.published(type))
        .filteredOn(event -> event.json().contains(pool.toString()))
        .hasSize(members.length)
        .allMatch(
            event ->
                List.of(members).stream()
                    .anyMatch(one -> event.json().contains(one.membership().toString())));
  }

  @Test
  void nobody_gets_in_uninvited_or_speaks_for_another() {
    allow(siti.program(), "");
    UUID pool = opened(siti.membership());
    Member third = siti.other();

    read(budis, pool).then().statusCode(404);
    join(budis, pool, budi.membership(), "").then().statusCode(404);
    join(agent, pool, budi.membership(), "").then().statusCode(404);
    invite(budis, pool, budi.membership()).then().statusCode(404);
    open(sitis, budi.membership(), "").then().statusCode(404);
    invite(sitis, pool, budi.membership()).then().statusCode(201);
    invite(budis, pool, third.membership()).then().statusCode(404);
    join(sitis, pool, budi.membership(), "").then().statusCode(404);
    leave(budis, pool, siti.membership()).then().statusCode(404);

    read(sitis, pool).then().body("members.state", contains("JOINED", "INVITED"));
  }

  @Test
  void an_invitation_is_declined_or_taken_back_and_who_joined_is_put_out_by_nobody() {
    allow(siti.program(), "");
    UUID pool = opened(siti.membership());
    for (String who : List.of(budis, sitis)) {
      invite(sitis, pool, budi.membership()).then().statusCode(201);
      invite(sitis, pool, budi.membership()).then().statusCode(201).body("members", hasSize(2));
      leave(who, pool, budi.membership()).then().statusCode(204);
      join(budis, pool, budi.membership(), "").then().statusCode(404);
    }
    joined(pool, budi.membership(), "");
    leave(sitis, pool, budi.membership()).then().statusCode(404);
    leave(agent, pool, budi.membership()).then().statusCode(204);
  }

  @Test
  void a_member_is_in_one_pool_at_a_time_and_waits_before_the_next() {
    allow(siti.program(), ",\"waitDays\":30");
    UUID pool = opened(siti.membership());
    open(sitis, siti.membership(), "")
        .then()
        .statusCode(409)
        .body("type", endsWith("/problems/in-another-pool"));
    UUID other = opened(budi.membership());
    invite(budis, other, siti.membership()).then().statusCode(201);
    join(sitis, other, siti.membership(), "")
        .then()
        .statusCode(409)
        .body("type", endsWith("/problems/in-another-pool"));

    Instant before = clock.instant();
    leave(sitis, pool, siti.membership()).then().statusCode(204);
    String from =
        join(sitis, other, siti.membership(), "")
            .then()
            .statusCode(409)
            .body("type", endsWith("/problems/pool-too-soon"))
            .extract()
            .jsonPath()
            .getString("from");
    assertThat(Instant.parse(from).minus(Duration.ofDays(30))).isBetween(before, clock.instant());
    clock.advance(Duration.ofDays(30));
    join(sitis, other, siti.membership(), "").then().statusCode(200);
  }

  @Test
  void a_pool_has_no_more_members_than_the_program_allows() {
    allow(siti.program(), ",\"membersAtMost\":2");
    UUID pool = opened(siti.membership());
    invite(sitis, pool, budi.membership()).then().statusCode(201);

    invite(sitis, pool, siti.other().membership())
        .then()
        .statusCode(409)
        .body("type", endsWith("/problems/pool-full"))
        .body("most", equalTo(2));
  }

  @Test
  void unknown_and_foreign_memberships_are_invited_with_the_same_answer() {
    allow(siti.program(), "");
    UUID pool = opened(siti.membership());

    for (UUID one : List.of(UUID.randomUUID(), Member.of(others, "").membership())) {
      invite(sitis, pool, one)
          .then()
          .statusCode(404)
          .body("type", endsWith("/problems/unknown-invitee"))
          .body("errors[0].pointer", equalTo("/membershipId"));
    }
  }

  @Test
  void without_a_policy_there_are_no_pools() {
    open(sitis, siti.membership(), "")
        .then()
        .statusCode(409)
        .body("type", endsWith("/problems/pools-not-allowed"));
  }

  @Test
  void many_openings_at_once_make_one_pool() throws Exception {
    allow(siti.program(), "");
    Callable<Integer> opening = () -> open(sitis, siti.membership(), "").statusCode();
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Integer> answers =
          threads.invokeAll(Collections.nCopies(16, opening)).stream().map(PoolTest::done).toList();

      assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
      assertThat(answers).filteredOn(status -> status == 409).hasSize(15);
    }
  }

  private static int done(Future<Integer> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
