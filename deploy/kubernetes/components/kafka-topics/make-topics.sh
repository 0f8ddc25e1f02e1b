#!/usr/bin/env bash
# Makes the topics that are missing. Needs KAFKA_BOOTSTRAP_SERVERS; REPLICAS and IN_SYNC say how safe they are.
# A client configuration (TLS, SASL) is taken from /etc/kafka-client/client.properties when it is there.
set -euo pipefail
client=/etc/kafka-client/client.properties
options=(--bootstrap-server "$KAFKA_BOOTSTRAP_SERVERS")
[ -e "$client" ] && options+=(--command-config "$client")

for topic in crm.customer crm.profile crm.loyalty crm.complaint crm.analytics; do
  # events are kept, as every view may be rebuilt from them
  "${KAFKA_TOPICS:-/opt/kafka/bin/kafka-topics.sh}" "${options[@]}" --create --if-not-exists --topic "$topic" \
    --partitions 12 --replication-factor "$REPLICAS" \
    --config min.insync.replicas="$IN_SYNC" --config retention.ms=-1 --config cleanup.policy=delete
done
