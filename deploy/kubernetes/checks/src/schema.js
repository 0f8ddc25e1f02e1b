// Kubernetes' own word on what an object may look like.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const require = createRequire(import.meta.url);
const moduleOf = (object) => `kubernetes-models/${object.apiVersion}`;

/** Violations of the OpenAPI schema: required fields, types, patterns. */
export function schemaViolations(object) {
  try {
    const Model = require(moduleOf(object))[object.kind];
    new Model(object).validate();
    return [];
  } catch (violation) {
    return [violation.message];
  }
}

/**
 * Fields and enum values that Kubernetes doesn't know, and would drop or refuse: the schema lets unknown
 * fields pass, the TypeScript compiler doesn't.
 */
export function unknownFields(objects) {
  const file = fileURLToPath(new URL('../manifests.ts', import.meta.url));
  const source = objects.map(declaration).join('\n');
  const options = {
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    target: ts.ScriptTarget.ES2022,
    noEmit: true,
    skipLibCheck: true,
    strict: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const fromDisk = { readFile: host.readFile, fileExists: host.fileExists, source: host.getSourceFile };
  host.fileExists = (name) => name === file || fromDisk.fileExists(name);
  host.readFile = (name) => (name === file ? source : fromDisk.readFile(name));
  host.getSourceFile = (name, ...more) =>
    name === file
      ? ts.createSourceFile(name, source, options.target)
      : fromDisk.source.call(host, name, ...more);
  return ts
    .getPreEmitDiagnostics(ts.createProgram([file], options, host))
    .map((diagnostic) => {
      const line = diagnostic.file?.getLineAndCharacterOfPosition(diagnostic.start).line;
      const object = objects[line];
      const text = ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ');
      return object ? `${object.kind} ${object.metadata.name}: ${text}` : text;
    });
}

const declaration = (object, index) =>
  `export const object${index}: import('${moduleOf(object)}').I${object.kind} = ${JSON.stringify(object)};`;
