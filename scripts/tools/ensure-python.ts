import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { aptInstall } from "./apt";
import { ask, exec, ROOT } from "./exec";

const VENV = join(ROOT, ".venv");
const REQUIREMENTS = join(ROOT, "training", "requirements.txt");
const STAMP = join(VENV, "requirements.sha256");
const LEAST = 10;

/** Path of the Python of .venv, with training/requirements.txt installed. Throws an error that says what to do. */
export async function ensurePython(): Promise<string> {
  const python = join(VENV, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
  const wanted = createHash("sha256").update(readFileSync(REQUIREMENTS)).digest("hex");
  const stamped = existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted;
  if (stamped && ask(python, ["--version"]) !== null) return python;

  if (ask(python, ["-m", "pip", "--version"]) === null) await createVenv();
  console.log("Installing the Python packages of training/requirements.txt into .venv.");
  const code = await exec(python, ["-m", "pip", "install", "--no-input", "-r", REQUIREMENTS], { minutes: 30 });
  if (code !== 0) throw new Error("The Python packages could not be installed. Is this computer online?");
  writeFileSync(STAMP, wanted);
  return python;
}

async function createVenv(): Promise<void> {
  const system = findSystemPython();
  const create = () => {
    rmSync(VENV, { recursive: true, force: true });
    return exec(system.command, [...system.args, "-m", "venv", VENV]);
  };
  if ((await create()) === 0) return;
  // Debian keeps the module venv in a package of its own.
  if ((await aptInstall(["python3-venv"])) && (await create()) === 0) return;
  throw new Error("Python could not make a virtual environment; on Debian or Ubuntu install the package python3-venv.");
}

function findSystemPython(): { command: string; args: string[] } {
  const ways = [
    { command: "python3", args: [] },
    { command: "python", args: [] },
    { command: "py", args: ["-3"] },
  ];
  const found = ways.find(({ command, args }) => {
    const minor = ask(command, [
      ...args,
      "-c",
      "import sys; print(sys.version_info.minor if sys.version_info.major == 3 else 0)",
    ]);
    return Number(minor ?? 0) >= LEAST;
  });
  if (!found) throw new Error(`The training tests need Python 3.${LEAST} or newer; none was found.`);
  return found;
}
