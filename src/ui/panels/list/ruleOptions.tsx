import { say } from "../../../words/say";
import { Explanation } from "../../controls/Term";
import { GLOSSARY } from "../../glossary";

/** The ways to choose one of the starts, each with its explanation. */
export const RULE_OPTIONS = [
  { value: "residual", text: say`residual`, tip: <Explanation entry={GLOSSARY.residual} /> },
  { value: "q", text: "q", tip: <Explanation entry={GLOSSARY.q} /> },
  { value: "vote", text: say`votes`, tip: <Explanation entry={GLOSSARY.votes} /> },
] as const;
