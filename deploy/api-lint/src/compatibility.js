// What a new wording of a published event schema may not do to those who read or keep its events.
import { widened } from './bounds.js';

const single = ['items', 'additionalProperties', 'if', 'then', 'else', 'not'];
const several = ['oneOf', 'anyOf', 'allOf', 'prefixItems'];

/** The incompatible changes between two JSON schemas, each with its place. */
export function incompatibilities(before, after) {
  return [...compare(side(before, before), side(after, after), '', new Set())];
}

function* compare(before, after, at, seen) {
  const pair = `${before.reference} ${after.reference}`;
  if (before.reference && seen.has(pair)) {
    return;
  }
  const known = new Set(seen).add(pair);
  const [old, now] = [before.schema, after.schema];
  const place = at || '/';
  if (typeof old === 'boolean' || typeof now === 'boolean') {
    if (old !== now) yield `${place}: was ${JSON.stringify(old)}`;
    return;
  }
  if (text(types(old)) !== text(types(now))) yield `${place}: its type was ${types(old).join(' or ') || 'any'}`;
  if (old.format !== now.format) yield `${place}: its format was ${old.format ?? 'any'}`;
  for (const value of values(old).filter((value) => !values(now).includes(value))) {
    yield `${place}: the value ${value} was removed`;
  }
  if (values(old).length === 0 && values(now).length > 0) yield `${place}: its values were not listed`;
  yield* widened(old, now, place);
  yield* compareRequired(old, now, at);
  for (const [name, field] of Object.entries(old.properties ?? {})) {
    const its = now.properties?.[name];
    if (its === undefined) yield `${at}/${name}: was removed`;
    else yield* compare(side(before.root, field), side(after.root, its), `${at}/${name}`, known);
  }
  for (const keyword of single.filter((keyword) => keyword in old || keyword in now)) {
    const inside = `${at}/${keyword}`;
    if (!(keyword in old && keyword in now)) yield `${inside}: ${keyword in old ? 'was removed' : 'is new'}`;
    else yield* compare(side(before.root, old[keyword]), side(after.root, now[keyword]), inside, known);
  }
  for (const keyword of several) {
    const [olds, nows] = [old[keyword] ?? [], now[keyword] ?? []];
    if (olds.length !== nows.length) yield `${at}/${keyword}: had ${olds.length} parts`;
    for (let i = 0; i < Math.min(olds.length, nows.length); i++) {
      yield* compare(side(before.root, olds[i]), side(after.root, nows[i]), `${at}/${keyword}/${i}`, known);
    }
  }
}

/** Kept events must still match, and readers must still find what was always there. */
function* compareRequired(old, now, at) {
  const [before, after] = [old.required ?? [], now.required ?? []];
  for (const name of after.filter((name) => !before.includes(name))) yield `${at}/${name}: was not required`;
  for (const name of before.filter((name) => !after.includes(name))) yield `${at}/${name}: was always there`;
}

const types = (schema) => [schema.type ?? []].flat();
const text = (list) => [...list].sort().join();
const values = (schema) => ('const' in schema ? [schema.const] : (schema.enum ?? [])).map((value) => JSON.stringify(value));

/** A schema in its document, with references followed. */
function side(root, schema, reference) {
  return schema.$ref === undefined
    ? { root, schema, reference }
    : side(root, resolve(root, schema.$ref), schema.$ref);
}

function resolve(root, reference) {
  const found = reference
    .slice(2)
    .split('/')
    .reduce((node, name) => node?.[name], root);
  if (!reference.startsWith('#/') || found === undefined) {
    throw new Error(`${reference} leads to no schema of its own document`);
  }
  return found;
}
