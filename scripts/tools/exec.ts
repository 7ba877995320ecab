import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "..", "..");

const onWindows = process.platform === "win32";

interface Options {
  readonly env?: Readonly<Record<string, string>>;
  /** After so long the program is told to end, and the outcome is a failure. */
  readonly minutes?: number;
}

/** Runs a program, its output going straight to ours; gives its exit code, 1 when it could not be started or was ended. */
export function exec(command: string, args: readonly string[], options: Options = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...options.env },
      timeout: (options.minutes ?? 20) * 60_000,
      shell: onWindows && command.endsWith(".cmd"),
    });
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
