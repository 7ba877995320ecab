// Makes `npm start`, `npm test` and `npm run dev` work in a bare clone: installs the packages when they are missing or
// not those of package-lock.json. Uses nothing but Node, since it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const LEAST_NODE = [20, 19];
const root = join(dirname(fileURLToPath(import.meta.url)), "..");

checkNode();
if (!installed()) install();

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [leastMajor, leastMinor] = LEAST_NODE;
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return;
  console.error(
    `Settle needs Node ${leastMajor}.${leastMinor} or newer; this is Node ${process.versions.node}. ` +
      "Install a newer Node (nodejs.org, or your version manager) and run the command again.",
  );
  process.exit(1);
}

/** True when node_modules holds what package-lock.json lists. npm notes what it has put there as its very last step. */
function installed() {
  const noted = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(noted)) return false;
  try {
    const wanted = packagesOf(join(root, "package-lock.json"));
    const present = packagesOf(noted);
    return Object.entries(wanted).every(([path, entry]) => {
      if (path === "") return true;
      const found = present[path];
      // Builds for other systems are listed as optional and stay out.
      return found ? found.version === entry.version : entry.optional === true;
    });
  } catch {
    return false;
  }
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
}

function install() {
  // To stderr, so that the output of a command can be piped.
  console.error("Installing the packages (npm ci); this happens once and again when package-lock.json has changed.");
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=warn"];
  const npm = process.env.npm_execpath;
  const run = { cwd: root, stdio: ["ignore", 2, 2] };
  const { status } = npm?.endsWith(".js")
    ? spawnSync(process.execPath, [npm, ...args], run)
    : spawnSync("npm", args, { ...run, shell: process.platform === "win32" });
  if (status === 0) return;
  console.error("The packages could not be installed. Is this computer online? The lines above say what npm met.");
  process.exit(1);
}
