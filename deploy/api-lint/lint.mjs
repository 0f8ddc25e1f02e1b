// Lints every service's stored OpenAPI document; fails on any error or warning.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const documents = readdirSync(root)
  .map((module) => join(root, module, "src/main/resources/contracts/openapi.yaml"))
  .filter(existsSync);

if (documents.length === 0) {
  console.error("no */src/main/resources/contracts/openapi.yaml found");
  process.exit(1);
}

const spectral = join(here, "node_modules/@stoplight/spectral-cli/dist/index.js");
const { status } = spawnSync(
  process.execPath,
  [spectral, "lint", "--ruleset", join(here, "ruleset.yaml"), "--fail-severity", "hint", ...documents],
  { stdio: "inherit" },
);
process.exit(status ?? 1);
