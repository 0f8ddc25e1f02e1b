#!/usr/bin/env bash
# Makes the topics that are missing. Needs KAFKA_BOOTSTRAP_SERVERS; REPLICAS and IN_SYNC say how safe they are.
# A client configuration (TLS, SASL) is taken from /etc/kafka-client/client.properties when it is there.
set -euo pipefail
client=/etc/kafka-client/client.properties
options=(--bootstrap-server "$KAFKA_BOOTSTRAP_SERVERS")
[ -e "$client" ] && options+=(--command-config "$client")

make() {
  "${KAFKA_TOPICS:-/opt/kafka/bin/kafka-topics.sh}" "${options[@]}" --create --if-not-exists --topic "$1" \
    --partitions 12 --replication-factor "$REPLICAS" --config min.insync.replicas="$IN_SYNC" "${@:2}"
}

for topic in crm.customer crm.profile crm.loyalty crm.complaint crm.analytics; do
  # events are kept, as every view may be rebuilt from them
  make "$topic" --config retention.ms=-1 --config cleanup.policy=delete
done
# keys of personal data: a destroyed one is gone from the log within a day
make crm.keys --config cleanup.policy=compact --config max.compaction.lag.ms=86400000
