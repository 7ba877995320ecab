import { ask, exec } from "./exec";

/** Installs Debian packages where we may do so without asking for a password; false when we may not or it failed. */
export async function aptInstall(packages: readonly string[]): Promise<boolean> {
  if (process.platform !== "linux" || ask("apt-get", ["--version"]) === null) return false;
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  if (asRoot.length > 0 && ask("sudo", ["-n", "true"]) === null) return false;
  console.log(`Installing ${packages.join(", ")} with apt-get.`);
  const apt = (args: readonly string[]) => {
    // Through env, since sudo hands no environment on.
    const [command = "env", ...rest] = [...asRoot, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", ...args];
    return exec(command, rest);
  };
  // A fresh machine's package lists are empty or old. Where only some lists fail, the install may still work.
  await apt(["update", "-q"]);
  return (await apt(["install", "-y", "-q", "--no-install-recommends", ...packages])) === 0;
}
