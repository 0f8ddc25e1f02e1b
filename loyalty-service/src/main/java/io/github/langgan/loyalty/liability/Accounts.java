package io.github.langgan.loyalty.liability;

/**
 * What is owed to members now, as three places say.
 *
 * @param ledger the postings on the program's own accounts: what it gave and did not get back
 * @param accounts the members' balances, and what is reserved
 * @param lots what is left of them, and what is reserved
 * @param members who have points
 */
record Accounts(long ledger, long accounts, long lots, long members) {

  boolean agree() {
    return ledger == accounts && accounts == lots;
  }
}
