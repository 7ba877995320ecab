import { spawn, spawnSync } from "node:child_process";
import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "..", "..");

const onWindows = process.platform === "win32";

interface Options {
  readonly env?: Readonly<Record<string, string>>;
  /** After so long the program is ended, and the outcome is a failure. */
  readonly minutes?: number;
  /** A file that all it prints is written to as well, line by line as it comes. */
  readonly log?: string;
}

/** Runs a program, its output going straight to ours; gives its exit code, 1 when it could not be started or was ended. */
export function exec(command: string, args: readonly string[], options: Options = {}): Promise<number> {
  return new Promise((resolve) => {
    const { log } = options;
    const output = log === undefined ? "inherit" : "pipe";
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ["ignore", output, output],
      env: { ...process.env, ...options.env },
      timeout: (options.minutes ?? 20) * 60_000,
      shell: onWindows && command.endsWith(".cmd"),
    });
    if (log !== undefined) writeFileSync(log, "");
    const copy = (to: NodeJS.WriteStream) => (chunk: Buffer) => {
      to.write(chunk);
      if (log !== undefined) appendFileSync(log, chunk);
    };
    child.stdout?.on("data", copy(process.stdout));
    child.stderr?.on("data", copy(process.stderr));
    child.on("error", (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      resolve(1);
    });
    child.on("close", (code, signal) => {
      if (signal) console.error(`${command} was ended (${signal}).`);
      resolve(code ?? 1);
    });
  });
}

/** Runs a command-line tool of node_modules. */
export function execTool(name: string, args: readonly string[], options: Options = {}): Promise<number> {
  return exec(join(ROOT, "node_modules", ".bin", onWindows ? `${name}.cmd` : name), args, options);
}

/** What a short program prints, or null when it is missing or fails. */
export function ask(command: string, args: readonly string[]): string | null {
  const { status, stdout } = spawnSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  return status === 0 ? stdout.trim() : null;
}
