// The event schemas of the working copy against those that earlier commits published.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { incompatibilities } from './compatibility.js';

const schema = /^[a-z]+-service\/src\/main\/resources\/contracts\/events\/[^/]+\/v\d+\.schema\.json$/;

/** Outside of a repository, nothing is known to have been published. */
export const isRepository = (root) => existsSync(join(root, '.git'));

/**
 * What to compare with: the last commit and, as a fresh checkout equals it, the one before; or the commit
 * that LANGGAN_PUBLISHED names, such as the branch that a long change goes to.
 */
export function publishedRevisions(root, named = process.env.LANGGAN_PUBLISHED) {
  return named ? [named] : git(root, 'rev-list', '--first-parent', '--max-count=2', 'HEAD').trim().split('\n');
}

export function publishedViolations(root, revision) {
  return git(root, 'ls-tree', '-r', '--name-only', '--full-tree', revision)
    .split('\n')
    .filter((file) => schema.test(file))
    .flatMap((file) => changes(root, revision, file).map((change) => `${file}: ${change} (in ${revision.slice(0, 12)})`));
}

function changes(root, revision, file) {
  if (!existsSync(join(root, file))) {
    return ['was published, and is gone'];
  }
  const before = git(root, 'show', `${revision}:${file}`);
  const after = readFileSync(join(root, file), 'utf8');
  return before === after ? [] : incompatibilities(JSON.parse(before), JSON.parse(after));
}

function git(root, ...command) {
  const { status, stdout, stderr, error } = spawnSync('git', ['-C', root, ...command], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) {
    throw new Error(`git ${command.join(' ')}: ${error?.message ?? stderr}`);
  }
  return stdout;
}
