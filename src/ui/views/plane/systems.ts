import { say } from "../../../words/say";

export const SYSTEMS = ["wells", "memories", "trained"] as const;
export type SystemName = (typeof SYSTEMS)[number];

export interface System {
  readonly name: SystemName;
  readonly title: string;
  /** What is seen, in a sentence or two. */
  readonly about: string;
  readonly task: string;
  /** Problems that can be chosen, in the task's text, each with a few words. */
  readonly problems: readonly { readonly text: string; readonly words: string }[];
  /** Each axis of the plane goes its own way, so that a cobweb shows all of it. */
  readonly separable: boolean;
  /** Made by hand, or trained on the page first. */
  readonly trained: boolean;
}

const OPEN = [{ text: ".", words: "open" }] as const;

/** The systems to choose from, the first one first. */
export const SYSTEM_LIST: readonly System[] = [
  {
    name: "wells",
    title: say`Two wells`,
    about: say`Made by hand: two attractors, left and right, and a saddle between them. Up and down each step overshoots: with a step size λ above 0.83 nothing comes to rest any more.`,
    task: "two-wells",
    problems: OPEN,
    separable: true,
    trained: false,
  },
  {
    name: "memories",
    title: say`Three memories`,
    about: say`A Hopfield network: three stored patterns, each an attractor. A start is a damaged memory, and the basin that it lies in says which pattern it is restored to.`,
    task: "three-memories",
    problems: OPEN,
    separable: false,
    trained: false,
  },
  {
    name: "trained",
    title: say`Trained here`,
    about: say`A tiny Equilibrium Reasoner with a latent state of two numbers, trained on this page to fill in a XOR b = c. What is given moves its attractors: where two solutions fit there are two, with a saddle between.`,
    task: "xor",
    problems: [
      { text: "12.", words: "0 xor 1 = ?" },
      { text: "1..", words: "0 xor ? = ?" },
      { text: "..2", words: "? xor ? = 1" },
      { text: "...", words: say`all open` },
    ],
    separable: false,
    trained: true,
  },
];

export function systemNamed(name: SystemName): System {
  const system = SYSTEM_LIST.find((one) => one.name === name);
  if (!system) throw new Error(say`There is no system "${name}" here.`);
  return system;
}
