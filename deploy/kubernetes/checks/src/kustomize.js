import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseAllDocuments } from 'yaml';
import { kubernetes } from './repository.js';

/** What `kubectl apply -k` would send to the cluster. */
export function build(folder) {
  const text = execFileSync('kubectl', ['kustomize', fileURLToPath(folder)], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return parseAllDocuments(text).map((document) => document.toJS());
}

const folders = (name) => readdirSync(new URL(name, kubernetes));

/** Every overlay as it is, and the example with every component that it doesn't use itself. */
export function installations() {
  const found = Object.fromEntries(
    folders('overlays/').map((name) => [name, build(new URL(`overlays/${name}/`, kubernetes))]),
  );
  return { ...found, 'example with every component': withEveryComponent() };
}

function withEveryComponent() {
  const used = JSON.stringify(build(new URL('overlays/example/', kubernetes)));
  const more = folders('components/').filter((name) => !used.includes(`"name":"${name}"`));
  const target = new URL('checks/target/', kubernetes);
  mkdirSync(target, { recursive: true });
  const folder = pathToFileURL(`${mkdtempSync(fileURLToPath(new URL('whole-', target)))}/`);
  try {
    writeFileSync(
      new URL('kustomization.yaml', folder),
      JSON.stringify({
        resources: ['../../../overlays/example'],
        components: more.map((name) => `../../../components/${name}`),
      }),
    );
    return build(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
