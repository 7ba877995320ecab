import { say } from "../../../words/say";
import { useApp, useRun } from "../../appContext";
import { CopyButton } from "../../controls/CopyButton";
import { LoadingLine } from "../../panels/LoadingLine";
import { fetchCard, fetchScaling } from "../model/files";
import { useFetched } from "../model/useFetched";
import { Shell } from "../Shell";
import { bibtex, PAPER, PAPER_ADDRESS } from "./citation";
import { type Claim, claimsOf } from "./claims";
import type { Measured, Shipped } from "./measured";
import "../../controls/table.css";
import "./paper.css";

/** The paper's claims beside what was measured here, with commands and intervals, and how ours differs. */
export function PaperDialog() {
  return (
    <Shell name="paper" title={say`The paper, side by side`} size="columns">
      <div className="stack">
        <Citation />
        <p className="fine">
          {say`Only pure breadth, which is the paper's; nudged runs are ours and stand apart on the model's card. Measured figures come from the cards of the shipped models, each with n, its 95 % interval (Wilson) and the command.`}
        </p>
        <SideBySide />
      </div>
    </Shell>
  );
}

function Citation() {
  const [first, second, third] = PAPER.authors;
  return (
    <div className="paper-citation">
      <p>
        {say`${first}, ${second} and ${third} (${PAPER.year}).`} <cite>{PAPER.title}</cite>.{" "}
        <a href={PAPER_ADDRESS} rel="noreferrer">
          {say`arXiv:${PAPER.arxiv}`}
        </a>
      </p>
      <CopyButton label={say`Copy BibTeX`} text={bibtex()} />
    </div>
  );
}

function SideBySide() {
  const { assets } = useApp();
  const names = useRun((state) => state.index)?.models.map(({ name }) => name) ?? [];
  const shipped = useFetched(names.join(), () => Promise.all(names.map(one)));
  if (shipped.kind === "loading" || names.length === 0) return <LoadingLine />;
  if (shipped.kind === "failed") return <p role="alert">{shipped.message}</p>;
  return <ClaimTable claims={claimsOf(shipped.value)} />;

  async function one(name: string): Promise<Shipped> {
    const card = await fetchCard(assets.weights, name, fetch);
    if (card.scaling === undefined) return { card, scaling: null };
    // A figure that cannot be had, or of other weights, is one that was not measured.
    const scaling = await fetchScaling(assets.weights, card.scaling, fetch).catch(() => null);
    return { card, scaling: scaling?.sha256 === card.weights.sha256 ? scaling : null };
  }
}

function ClaimTable({ claims }: { readonly claims: readonly Claim[] }) {
  return (
    <table className="table paper-table">
      <thead>
        <tr>
          <th scope="col">{say`The paper`}</th>
          <th scope="col">{say`Measured here`}</th>
          <th scope="col">{say`How ours differs`}</th>
        </tr>
      </thead>
      <tbody>
        {claims.map(({ name, paper, measured, unmeasured, differs }) => (
          <tr key={name}>
            <th scope="row">
              <strong>{name}</strong>
              {paper}
            </th>
            <td>{measured.length > 0 ? <Figures measured={measured} /> : <p>{unmeasured}</p>}</td>
            <td>{differs}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Figures({ measured }: { readonly measured: readonly Measured[] }) {
  return (
    <ul className="plain-list paper-figures">
      {measured.map(({ model, figure, of, command }) => (
        <li key={`${model} ${of} ${figure}`}>
          <strong>{model}:</strong> {figure}
          <span className="fine">{of}</span>
          <code translate="no">{command}</code>
        </li>
      ))}
    </ul>
  );
}
