package io.github.langgan.chassis.idempotency;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import io.github.langgan.chassis.security.Caller;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.TransactionManager;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Claim, effect and stored answer in one transaction, around a resource method. */
@Interceptor
@Idempotent
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 150)
class IdempotentCall {

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final StoredAnswers answers;
  private final AnswerSeal seal;
  private final KeyedRequest request;
  private final Caller caller;
  private final TransactionManager transactions;
  private final ObjectMapper mapper;

  IdempotentCall(
      StoredAnswers answers,
      AnswerSeal seal,
      KeyedRequest request,
      Caller caller,
      TransactionManager transactions,
      ObjectMapper mapper) {
    this.answers = answers;
    this.seal = seal;
    this.request = request;
    this.caller = caller;
    this.transactions = transactions;
    this.mapper = mapper;
  }

  @AroundInvoke
  @Nullable Object call(InvocationContext invocation) throws Exception {
    try {
      return once(invocation);
    } catch (NotYet early) {
      if (!early.passes()) {
        throw early.refusal();
      }
    }
    try {
      return once(invocation);
    } catch (NotYet still) {
      throw still.refusal();
    }
  }

  private @Nullable Object once(InvocationContext invocation) throws Exception {
    if (!request.isKeyed()) {
      return invocation.proceed();
    }
    transactions.begin();
    boolean keep = false;
    try {
      var client = caller.fingerprint();
      claim(client);
      var result = invocation.proceed();
      var answer = Answer.of(result, invocation.getMethod(), mapper);
      if (!answer.isRefusal()) {
        answers.store(
            client, request.key(), request.isConfidential() ? seal.sealed(answer) : answer);
        keep = true;
      }
      return result;
    } finally {
      end(keep);
    }
  }

  private void claim(String client) {
    switch (tryClaim(client)) {
      case Claim.Ours ours -> {}
      case Claim.Answered answered ->
          throw new ReplayedAnswer(
              request.isConfidential() ? seal.opened(answered.answer()) : answered.answer());
      case Claim.UsedForAnother other -> throw Problem.of(Problems.IDEMPOTENCY_MISMATCH);
    }
  }

  private Claim tryClaim(String client) {
    try {
      return answers.claim(client, request.key(), request.hash());
    } catch (RuntimeException e) {
      if (e.getCause() instanceof SQLException sql
          && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
        throw Problem.of(Problems.IDEMPOTENCY_IN_PROGRESS).retryAfter(Duration.ofSeconds(1));
      }
      throw e;
    }
  }

  private void end(boolean keep) throws Exception {
    if (keep) {
      transactions.commit();
    } else {
      transactions.rollback();
    }
  }
}
