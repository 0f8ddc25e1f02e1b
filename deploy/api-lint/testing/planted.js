// A repository with a copy of loyalty's contracts in a temporary folder, for planting faults.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contracts, repository } from '../src/repository.js';

export function emptyRepository(after) {
  const root = mkdtempSync(join(tmpdir(), 'contracts-'));
  after(() => rmSync(root, { recursive: true }));
  return root;
}

/** The contracts of a service that is there for a fault. */
export function planted(root, service = 'loyalty') {
  cpSync(join(repository, contracts('loyalty')), join(root, contracts(service)), { recursive: true });
  const file = (name) => join(root, contracts(service), name);
  return {
    root,
    remove: (name) => rmSync(file(name), { recursive: true }),
    copy: (from, to) => cpSync(file(from), file(to), { recursive: true }),
    replace(name, old, now) {
      const before = readFileSync(file(name), 'utf8');
      const after = before.replace(old, now);
      if (before === after) throw new Error(`${old} does not stand in ${name}`);
      writeFileSync(file(name), after);
    },
    commit() {
      git(root, 'init', '--quiet', '--initial-branch=main');
      git(root, 'add', '--all');
      git(root, '-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '--quiet', '--message', 'x', '--allow-empty');
    },
  };
}

function git(root, ...command) {
  const { status, stderr } = spawnSync('git', ['-C', root, ...command], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}
