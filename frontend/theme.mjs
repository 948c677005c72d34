// A municipality's colours as theme CSS, by the generator of the component library.
//
//   echo '{"accent": "#0b5394", "neutral": "#1f2933", "brand1": "#f2b705"}' | node frontend/theme.mjs
//
// Writes {"light": {"accent-base-default": "#0b5394", ...}, "dark": {...}} and decides nothing: which colour
// may be the accent is a rule of kladka/municipalities/theme.py.
import { generateColorSchemes } from "@digdir/designsystemet/color";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const colours = JSON.parse(Buffer.concat(chunks).toString("utf-8"));

const schemes = { light: {}, dark: {} };
for (const [name, colour] of Object.entries(colours)) {
  const made = generateColorSchemes(colour);
  for (const scheme of Object.keys(schemes)) {
    for (const step of made[scheme]) {
      const key = step.name ?? step.displayName;
      schemes[scheme][`${name}-${key.toLowerCase().replace(/\s/g, "-")}`] = step.hex;
    }
  }
}
process.stdout.write(JSON.stringify(schemes));
