/** What WebGPU says of an adapter; all of it may be empty. */
interface AdapterText {
  readonly vendor: string;
  readonly architecture: string;
  readonly description: string;
}

/** Names that a capital letter alone does not make right. */
const NAMES: Readonly<Record<string, string>> = {
  nvidia: "NVIDIA",
  amd: "AMD",
  arm: "Arm",
  swiftshader: "SwiftShader",
  llvmpipe: "llvmpipe",
  rdna: "RDNA",
  gcn: "GCN",
};

/** An adapter in words, e.g. "Google SwiftShader" or "NVIDIA Ampere". */
export function describeAdapter({ vendor, architecture, description }: AdapterText): string {
  const words = [vendor, architecture].flatMap((text) => (text ? text.split("-") : []));
  const name = words.map((word) => NAMES[word] ?? word.charAt(0).toUpperCase() + word.slice(1)).join(" ");
  return name || description || "a graphics adapter that does not give its name";
}

/** Whether an adapter is the CPU in disguise: what a shader costs to compile there outweighs what a better one wins. */
export function isSoftware({ architecture, description }: AdapterText): boolean {
  return /swiftshader|llvmpipe|lavapipe|basic render/i.test(`${architecture} ${description}`);
}
