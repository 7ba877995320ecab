/** What WebGPU says of an adapter; all of it may be empty, and older browsers say nothing at all. */
type AdapterText = Partial<Pick<GPUAdapterInfo, "vendor" | "architecture" | "description">> | undefined;

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
export function describeAdapter(info: AdapterText): string {
  const { vendor, architecture, description } = info ?? {};
  const words = [vendor, architecture].flatMap((text) => (text ? text.split("-") : []));
  const name = words.map((word) => NAMES[word] ?? word.charAt(0).toUpperCase() + word.slice(1)).join(" ");
  return name || description || "a graphics adapter that does not give its name";
}

/** Whether an adapter is the CPU in disguise: what a shader costs to compile there outweighs what a better one wins. */
export function isSoftware(info: AdapterText): boolean {
  const { architecture = "", description = "" } = info ?? {};
  return /swiftshader|llvmpipe|lavapipe|basic render/i.test(`${architecture} ${description}`);
}
