import { writeFileSync } from 'node:fs';
import { ingresses } from './ingresses.js';
import { path } from './repository.js';

for (const [file, text] of ingresses()) {
  writeFileSync(path(file), text);
  console.log(file);
}
