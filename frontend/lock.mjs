// `npm run lock`: writes package-lock.json anew and takes every address out of it. `npm ci` needs none of them.
import { readFileSync, writeFileSync } from "node:fs";

const lock = JSON.parse(readFileSync("package-lock.json", "utf-8"));
for (const part of Object.values(lock.packages)) {
  delete part.funding;
  delete part.resolved;
}
writeFileSync("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
