// Ways to look at the objects of an installation.

export const ofKind = (objects, kind) => objects.filter((object) => object.kind === kind);

export const named = (objects, kind, name) =>
  objects.find((object) => object.kind === kind && object.metadata.name === name);

export const label = (object, key) => object.metadata.labels?.[`app.kubernetes.io/${key}`];

export const title = (object) => `${object.kind} ${object.metadata.name}`;

/** Everything that makes pods. */
export const workloads = (objects) => objects.filter((object) => object.spec?.template?.spec);

export const pod = (workload) => workload.spec.template.spec;

export const containers = (workload) => [
  ...(pod(workload).initContainers ?? []),
  ...pod(workload).containers,
];

/** The Deployments that answer callers. */
export const deployments = (objects) => ofKind(objects, 'Deployment');

export const podLabels = (workload) => workload.spec.template.metadata.labels;

/** Whether a label selector chooses these labels. */
export function selects(selector, labels) {
  const values = Object.entries(selector?.matchLabels ?? {});
  const expressions = selector?.matchExpressions ?? [];
  return (
    values.every(([key, value]) => labels[key] === value) &&
    expressions.every(({ key, operator, values: among }) => {
      if (operator !== 'In') {
        throw new Error(`${operator} is not understood here`);
      }
      return among.includes(labels[key]);
    })
  );
}
