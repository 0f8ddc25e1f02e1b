import { isDeepStrictEqual } from 'node:util';
import { ofKind, podLabels, selects, title, workloads } from '../objects.js';

const component = (workload) => podLabels(workload)['app.kubernetes.io/component'];

// to whom, on which port; each peer is what its policy names
const out = {
  api: ['database:5432', 'issuer:443', 'kafka:9092', 'names:53'],
  migration: ['database:5432', 'names:53'],
  topics: ['kafka:9092', 'names:53'],
};
// with components/tracing
const ALSO = 'collector:4317';
const into = { api: ['callers:8080', 'metrics:8080'], migration: [], topics: [] };

const policiesOf = (objects, workload) =>
  ofKind(objects, 'NetworkPolicy').filter((policy) =>
    selects(policy.spec.podSelector, podLabels(workload)),
  );

function allowed(policies, direction) {
  const rules = policies.flatMap((policy) =>
    (policy.spec[direction] ?? []).flatMap((rule) =>
      (rule.ports ?? [{ port: 'any' }]).map(({ port }) => `${policy.metadata.name}:${port}`),
    ),
  );
  return [...new Set(rules)].sort();
}

export default [
  {
    name: 'pods reach what they need and nothing else',
    because: 'what has been taken over must not wander',
    violations: (objects) =>
      workloads(objects).flatMap((workload) => {
        const policies = policiesOf(objects, workload);
        const ways = {
          to: [out[component(workload)], allowed(policies, 'egress').filter((way) => way !== ALSO)],
          from: [into[component(workload)], allowed(policies, 'ingress')],
        };
        return Object.entries(ways)
          .filter(([, [expected, found]]) => !isDeepStrictEqual(expected, found))
          .map(([way, [expected, found]]) => `${title(workload)} ${way} ${found}, expected ${expected}`);
      }),
    broken: (objects) => {
      const kafka = ofKind(objects, 'NetworkPolicy').find((one) => one.metadata.name === 'kafka');
      kafka.spec.podSelector = {};
    },
  },
  {
    name: 'what no policy allows is refused, both ways',
    because: 'a pod that no policy selects may speak with everyone',
    violations: (objects) => {
      const closed = ofKind(objects, 'NetworkPolicy').some(
        ({ spec }) =>
          isDeepStrictEqual(spec.podSelector, {}) &&
          !spec.ingress &&
          !spec.egress &&
          spec.policyTypes.includes('Ingress') &&
          spec.policyTypes.includes('Egress'),
      );
      return closed ? [] : ['no policy denies everything'];
    },
    broken: (objects) => {
      const nobody = ofKind(objects, 'NetworkPolicy').find((one) => one.metadata.name === 'nobody');
      nobody.spec.policyTypes = ['Ingress'];
    },
  },
  {
    name: 'every rule of a policy names its peers and ports',
    because: 'an empty list means everyone, and services never call each other',
    violations: (objects) =>
      ofKind(objects, 'NetworkPolicy')
        .filter((policy) =>
          [...(policy.spec.ingress ?? []), ...(policy.spec.egress ?? [])].some((rule) => {
            const peers = rule.from ?? rule.to ?? [];
            const within = (peer) => !peer.ipBlock && !Object.keys(peer.namespaceSelector?.matchLabels ?? {}).length;
            return !peers.length || !rule.ports?.length || peers.some(within);
          }),
        )
        .map(title),
    broken: (objects) => {
      const kafka = ofKind(objects, 'NetworkPolicy').find((one) => one.metadata.name === 'kafka');
      kafka.spec.egress[0].to = [{ podSelector: {} }];
    },
  },
];
