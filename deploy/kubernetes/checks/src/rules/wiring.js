import { services } from '../repository.js';
import {
  containers, deployments, label, named, ofKind, pod, podLabels, selects, title, workloads,
} from '../objects.js';

const kinds = ['Deployment', 'Service', 'ServiceAccount', 'PodDisruptionBudget', 'Ingress'];

export default [
  {
    name: 'all five services are there, whole',
    because: 'a part that kustomize dropped is missed first in production',
    violations: (objects) =>
      services.flatMap((service) => [
        ...kinds.filter((kind) => !named(objects, kind, `${service}-service`)),
        ...(named(objects, 'Job', `${service}-service-migration`) ? [] : ['Job']),
      ].map((kind) => `${kind} of ${service}`)),
    broken: (objects) => objects.splice(objects.indexOf(ofKind(objects, 'Ingress')[0]), 1),
  },
  {
    name: 'selectors choose the pods of one service, and no Job',
    because: 'requests sent to another service, or to a migration, are lost',
    violations: (objects) => {
      const selectors = [
        ...ofKind(objects, 'Service').map((one) => [one, { matchLabels: one.spec.selector }]),
        ...ofKind(objects, 'PodDisruptionBudget').map((one) => [one, one.spec.selector]),
        ...deployments(objects).map((one) => [one, one.spec.selector]),
        ...deployments(objects).flatMap((one) =>
          pod(one).topologySpreadConstraints.map(({ labelSelector }) => [one, labelSelector]),
        ),
      ];
      return selectors
        .filter(([owner, selector]) => {
          const chosen = workloads(objects).filter((one) => selects(selector, podLabels(one)));
          return !(
            chosen.length === 1 &&
            chosen[0].kind === 'Deployment' &&
            label(chosen[0], 'name') === label(owner, 'name')
          );
        })
        .map(([owner]) => title(owner));
    },
    broken: (objects) => delete ofKind(objects, 'Service')[0].spec.selector['app.kubernetes.io/component'],
  },
  {
    name: 'what is named exists',
    because: 'a pod with a reference into the void never starts',
    violations: (objects) =>
      workloads(objects).flatMap((workload) => {
        const maps = [
          ...containers(workload).flatMap(({ envFrom = [] }) => envFrom.map((one) => one.configMapRef?.name)),
          ...(pod(workload).volumes ?? []).map((volume) => volume.configMap?.name),
        ].filter(Boolean);
        const account = pod(workload).serviceAccountName;
        return [
          ...maps.filter((name) => !named(objects, 'ConfigMap', name)),
          ...(account && !named(objects, 'ServiceAccount', account) ? [account] : []),
        ].map((name) => `${title(workload)}: ${name}`);
      }),
    broken: (objects) => objects.splice(objects.indexOf(ofKind(objects, 'ConfigMap')[0]), 1),
  },
  {
    name: 'each service has a database and a user of its own',
    because: 'nobody reads another service\'s tables',
    violations: (objects) =>
      services.flatMap((service) => {
        const [url, ...others] = ofKind(objects, 'ConfigMap')
          .filter((map) => label(map, 'name') === `${service}-service`)
          .map((map) => map.data.QUARKUS_DATASOURCE_JDBC_URL);
        const ours = workloads(objects).filter((one) => label(one, 'name') === `${service}-service`);
        const users = ours.flatMap(containers).flatMap(({ env }) =>
          env.flatMap(({ valueFrom }) => valueFrom?.secretKeyRef?.name ?? []),
        );
        const foreign = users.filter((name) => !['kafka-user', 'encryption', `${service}-database`].includes(name));
        const named = new RegExp(`/${service}([?]|$)`).test(url ?? '');
        return named && !others.length && !foreign.length ? [] : [`${service}: ${url} ${foreign}`];
      }),
    broken: (objects) => {
      containers(deployments(objects)[0])[0].env[0].valueFrom.secretKeyRef.name = 'loyalty-database';
      containers(deployments(objects)[1])[0].env[0].valueFrom.secretKeyRef.name = 'loyalty-database';
    },
  },
  {
    name: 'all services have the same service keys',
    because: 'what one encrypts the others must read',
    violations: (objects) =>
      workloads(objects)
        .filter((one) => label(one, 'part-of') === 'langgan' && containers(one).some(({ image }) => /-service[:@]?/.test(image)))
        .filter((one) => !containers(one).every(({ env }) => env.some(({ name, valueFrom }) =>
          name === 'LANGGAN_ENCRYPTION_SERVICE_KEYS' && valueFrom?.secretKeyRef?.name === 'encryption')))
        .map(title),
    broken: (objects) => {
      containers(deployments(objects)[2])[0].env.find(({ name }) => name === 'LANGGAN_ENCRYPTION_SERVICE_KEYS')
        .valueFrom.secretKeyRef.name = 'loyalty-encryption';
    },
  },
];
