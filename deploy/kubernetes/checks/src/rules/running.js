import { chassisProperties } from '../repository.js';
import { containers, deployments, label, named, ofKind, pod, title, workloads } from '../objects.js';

const probes = {
  startupProbe: '/q/health/started',
  livenessProbe: '/q/health/live',
  readinessProbe: '/q/health/ready',
};

// relay 5 s, due work 10 s, consumers' last batches, each after the open requests
const DRAIN_SECONDS = 30;
const seconds = (duration) => Number(duration.match(/^(?:PT)?(\d+)S$/i)[1]);
const variable = (container, name) => container.env.find((one) => one.name === name)?.value;

export default [
  {
    name: 'services say when they have started, live, and are ready',
    because: 'a pod that gets requests too early, or keeps them when it hangs, answers callers with errors',
    violations: (objects) =>
      deployments(objects).flatMap((deployment) =>
        Object.entries(probes)
          .filter(([probe, expected]) => {
            const [container] = containers(deployment);
            const asked = container[probe]?.httpGet;
            const port = container.ports.find(({ name }) => name === asked?.port)?.containerPort;
            return asked?.path !== expected || port !== 8080;
          })
          .map(([probe]) => `${title(deployment)}: ${probe}`),
      ),
    broken: (objects) => delete containers(deployments(objects)[0])[0].readinessProbe,
  },
  {
    name: 'containers ask for what they need and are held to their memory',
    because: 'the scheduler believes requests; memory beyond them is taken from neighbours',
    violations: (objects) =>
      workloads(objects).flatMap((workload) =>
        containers(workload)
          .filter(({ resources }) => {
            const { requests, limits } = resources ?? {};
            return !(requests?.cpu && requests.memory && requests.memory === limits?.memory);
          })
          .map(({ name }) => `${title(workload)}: ${name}`),
      ),
    broken: (objects) => delete containers(workloads(objects)[0])[0].resources.limits,
  },
  {
    name: 'a stopping pod has the time to end its work',
    because: 'what is killed in the middle comes again elsewhere, late',
    violations: (objects) =>
      deployments(objects)
        .filter((deployment) => {
          const pause = containers(deployment)[0].lifecycle?.preStop?.sleep?.seconds ?? 0;
          const requests = seconds(chassisProperties()['quarkus.shutdown.timeout']);
          const grace = pod(deployment).terminationGracePeriodSeconds;
          return pause < 5 || grace < pause + requests + DRAIN_SECONDS;
        })
        .map(title),
    broken: (objects) => {
      pod(deployments(objects)[0]).terminationGracePeriodSeconds = 30;
    },
  },
  {
    name: 'a service survives the loss of a node, and its own update',
    because: 'callers must not notice either',
    violations: (objects) =>
      deployments(objects)
        .filter((deployment) => {
          const spread = (pod(deployment).topologySpreadConstraints ?? []).map((one) => one.topologyKey);
          const budget = named(objects, 'PodDisruptionBudget', deployment.metadata.name);
          return !(
            deployment.spec.replicas >= 2 &&
            deployment.spec.strategy?.rollingUpdate?.maxUnavailable === 0 &&
            spread.includes('kubernetes.io/hostname') &&
            spread.includes('topology.kubernetes.io/zone') &&
            budget?.spec.maxUnavailable === 1
          );
        })
        .map(title),
    broken: (objects) => {
      deployments(objects)[0].spec.replicas = 1;
    },
  },
  {
    name: 'images are named exactly',
    because: 'two pods of one name must run one program',
    violations: (objects) =>
      workloads(objects).flatMap((workload) =>
        containers(workload)
          .filter(({ image }) => !/(:(?!latest$)[\w][\w.-]*|@sha256:[0-9a-f]{64})$/.test(image))
          .map(({ image }) => `${title(workload)}: ${image}`),
      ),
    broken: (objects) => {
      containers(workloads(objects)[0])[0].image = 'langgan/customer-service:latest';
    },
  },
  {
    name: 'migrations run once, in a Job of the same image, and end',
    because: 'replicas that migrate on their own start make each rollout a race',
    violations: (objects) =>
      deployments(objects)
        .filter((deployment) => {
          const job = ofKind(objects, 'Job').find(
            (candidate) =>
              label(candidate, 'component') === 'migration' &&
              label(candidate, 'name') === label(deployment, 'name'),
          );
          const [service] = containers(deployment);
          const migration = job && containers(job)[0];
          return !(
            migration?.image === service.image &&
            variable(migration, 'QUARKUS_INIT_AND_EXIT') === 'true' &&
            variable(migration, 'QUARKUS_FLYWAY_MIGRATE_AT_START') === 'true' &&
            pod(job).restartPolicy === 'Never' &&
            variable(service, 'QUARKUS_FLYWAY_MIGRATE_AT_START') === 'false' &&
            variable(service, 'QUARKUS_FLYWAY_VALIDATE_AT_START') === 'true'
          );
        })
        .map(title),
    broken: (objects) => {
      containers(deployments(objects)[0])[0].image = 'langgan/customer-service:2.0.0';
    },
  },
];
