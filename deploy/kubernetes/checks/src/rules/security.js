import { containers, ofKind, pod, title, workloads } from '../objects.js';

const eachContainer = (objects, violation) =>
  workloads(objects).flatMap((workload) =>
    containers(workload).flatMap((container) => {
      const found = violation(container, workload);
      return found ? [`${title(workload)}: container ${container.name} ${found}`] : [];
    }),
  );

export default [
  {
    name: 'pods run as nobody in particular',
    because: 'what breaks out of a container as root may own the node',
    violations: (objects) =>
      workloads(objects)
        .filter((workload) => {
          const context = pod(workload).securityContext ?? {};
          const asked = pod(workload);
          return !(
            context.runAsNonRoot === true &&
            context.runAsUser > 0 &&
            context.seccompProfile?.type === 'RuntimeDefault' &&
            !asked.hostNetwork &&
            !asked.hostPID &&
            !asked.hostIPC
          );
        })
        .map((workload) => `${title(workload)} is not restricted`),
    broken: (objects) => delete pod(workloads(objects)[0]).securityContext.runAsNonRoot,
  },
  {
    name: 'containers can neither gain rights nor write their own files',
    because: 'a hole in a service must not become a hold on the machine',
    violations: (objects) =>
      eachContainer(objects, (container) => {
        const context = container.securityContext ?? {};
        const restricted =
          context.allowPrivilegeEscalation === false &&
          context.readOnlyRootFilesystem === true &&
          context.privileged !== true &&
          context.runAsUser === undefined &&
          context.runAsNonRoot !== false &&
          (context.capabilities?.drop ?? []).includes('ALL') &&
          !context.capabilities.add;
        return restricted ? null : 'is not restricted';
      }),
    broken: (objects) => {
      containers(workloads(objects)[0])[0].securityContext.readOnlyRootFilesystem = false;
    },
  },
  {
    name: 'containers have a /tmp of their own, of a known size',
    because: 'Vert.x and Kafka write there, and the root file system is read-only',
    violations: (objects) =>
      eachContainer(objects, (container, workload) => {
        const mount = (container.volumeMounts ?? []).find((candidate) => candidate.mountPath === '/tmp');
        const volume = (pod(workload).volumes ?? []).find((candidate) => candidate.name === mount?.name);
        return volume?.emptyDir?.sizeLimit ? null : 'has no limited /tmp';
      }),
    broken: (objects) => delete pod(workloads(objects)[0]).volumes[0].emptyDir.sizeLimit,
  },
  {
    name: 'nobody gets a token of the cluster',
    because: 'no service speaks with the API server',
    violations: (objects) => [
      ...ofKind(objects, 'ServiceAccount')
        .filter((account) => account.automountServiceAccountToken !== false)
        .map(title),
      ...workloads(objects)
        .filter((workload) => pod(workload).automountServiceAccountToken !== false)
        .map(title),
    ],
    broken: (objects) => delete pod(workloads(objects)[1]).automountServiceAccountToken,
  },
  {
    name: 'secrets are named, never kept',
    because: 'what is committed is known to everyone who ever cloned',
    violations: (objects) => [
      ...ofKind(objects, 'Secret').map(title),
      ...eachContainer(objects, (container) => {
        const told = (container.env ?? []).filter(({ name, value }) => value && isSecret(name, value));
        return told.length ? `is told ${told.map(({ name }) => name)} in clear` : null;
      }),
      ...ofKind(objects, 'ConfigMap').flatMap((map) =>
        Object.entries(map.data ?? {})
          .filter(([name, value]) => isSecret(name, value))
          .map(([name]) => `${title(map)} holds ${name}`),
      ),
    ],
    broken: (objects) => {
      ofKind(objects, 'ConfigMap')[0].data.QUARKUS_DATASOURCE_JDBC_URL =
        'jdbc:postgresql://db/crm?password=x';
    },
  },
];

function isSecret(name, value) {
  const bySound = /PASSWORD|SECRET|CREDENTIAL|JAAS|PRIVATE|API_?KEY/.test(name);
  return bySound || /[?&](user|password)=|:\/\/[^/\s]*:[^/\s]*@|PRIVATE KEY-----/.test(value);
}
