import { Button } from "react-aria-components";
import { say } from "../words/say";

export const NOT_LOADED = say`This part of the page could not be loaded. Check the network, then reload the page: puzzle and settings are kept.`;

/** In the place of a part of the page that could not be fetched: offline, or replaced by a newer version meanwhile. */
export function NotLoaded() {
  return (
    <div className="view-missing" role="alert">
      <p>{NOT_LOADED}</p>
      <Button className="button" onPress={() => location.reload()}>{say`Reload the page`}</Button>
    </div>
  );
}
