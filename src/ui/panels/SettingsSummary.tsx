import { ResidualText } from "../../viz/ResidualText";
import { useSettings } from "../appContext";

/** The drawer's numbers in one line, for when it is closed. */
export function SettingsSummary() {
  const { lambda, sigma, seed, tolerance } = useSettings((state) => state.fields);
  return (
    <span className="summary">
      <span>
        λ <b>{lambda}</b>
      </span>
      <span>
        σ <b>{sigma}</b>
      </span>
      <span>
        seed <b>{seed}</b>
      </span>
      <span>
        τ{" "}
        <b>
          <ResidualText value={tolerance} />
        </b>
      </span>
    </span>
  );
}
