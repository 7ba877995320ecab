import { ResidualText } from "../../../viz/list/ResidualText";
import { useSettings } from "../../appContext";
import "./SettingsSummary.css";
import { rich } from "../../../words/rich";

/** The drawer's numbers in one line, for when it is closed; of a nudged run, which is judged by belief, other ones. */
export function SettingsSummary() {
  const { lambda, sigma, nudges, seed, tolerance } = useSettings((state) => state.fields);
  return (
    <span className="summary">
      <span>
        λ <b>{lambda}</b>
      </span>
      <span>
        σ <b>{sigma}</b>
      </span>
      {nudges > 0 ? (
        <span>{rich`nudges ${<b>{nudges}</b>}`}</span>
      ) : (
        <>
          <span>{rich`seed ${<b>{seed}</b>}`}</span>
          <span>
            τ{" "}
            <b>
              <ResidualText value={tolerance} />
            </b>
          </span>
        </>
      )}
    </span>
  );
}
