// Each service's AsyncAPI document: valid, and naming just the events that have a schema.
import { fromFile, Parser } from '@asyncapi/parser';
import Ajv2020 from 'ajv/dist/2020.js';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { contracts, eventTypes } from './repository.js';

// We write 3.0 on purpose: it is what tools read today.
const options = { ruleset: { rules: { 'asyncapi-latest-version': 'off' } } };

export async function asyncApiViolations(root, service) {
  const name = join(contracts(service), 'asyncapi.yaml');
  const file = join(root, name);
  if (!existsSync(file)) {
    return [`${name} is missing`];
  }
  const { document, diagnostics } = await fromFile(new Parser(options), file).parse();
  const violations = diagnostics.map(
    ({ code, path, message, range }) => `${range.start.line + 1} ${code} ${path.join('.')}: ${message}`,
  );
  if (document !== undefined) {
    const messages = document.messages().all();
    violations.push(...differentNames(messages, eventTypes(root, service)), ...messages.flatMap(faultsOfPayload));
  }
  return violations.map((violation) => `${name}: ${violation}`);
}

function differentNames(messages, types) {
  const named = messages.map((message) => message.name());
  return [
    ...types.filter((type) => !named.includes(type)).map((type) => `${type} has a schema and no message`),
    ...named.filter((type) => !types.includes(type)).map((type) => `${type} has no schema`),
  ];
}

/** The parser takes what stands in a payload as it is. */
function faultsOfPayload(message) {
  const type = message.name();
  if (message.payload()?.id() !== `urn:langgan:events/${type}/v1`) {
    return [`${type} has the payload ${message.payload()?.id()}`];
  }
  const ajv = new Ajv2020({ logger: false });
  return ajv.validateSchema(message.payload().json().schema)
    ? []
    : ajv.errors.map(({ instancePath, message: fault }) => `the schema of ${type} at ${instancePath} ${fault}`);
}
