import { Button } from "react-aria-components";
import { say } from "../../words/say";
import { useApp, useRun, useSettings } from "../appContext";
import { Icon } from "../controls/Icon";
import { IconButton } from "../controls/IconButton";
import { Tip } from "../controls/Tip";
import { CHOOSING } from "../lessons/store";
import type { DialogName } from "../store/page";
import { backendOf } from "../store/run";
import { nextTheme, THEME_WORDS } from "../theme";
import { BackendBadge } from "./BackendBadge";
import { ModelButton } from "./ModelButton";
import { taglineOf } from "./tagline";

/** Name, model, where it runs, and what concerns the whole page. */
export function Header() {
  const { page, settings, lessons } = useApp();
  const worker = useRun((state) => state.worker);
  const theme = useSettings((state) => state.theme);
  const open = (dialog: DialogName) => () => page.setState({ dialog });
  return (
    <header className="header">
      <h1>Settle</h1>
      <Tagline />
      <div className="header-side">
        <ModelButton />
        <BackendBadge backend={backendOf(worker)} />
        <Tip tip={say`Step by step from one puzzle to what the paper claims, on the live page`}>
          <Button
            className="button help-button"
            aria-label={say`Lessons`}
            onPress={() => {
              settings.setState({ drawerOpen: false });
              lessons.setState(({ open }) => ({ open: open === null ? CHOOSING : null }));
            }}
          >
            <Icon name="lesson" />
            <span className="help-word">{say`Lessons`}</span>
          </Button>
        </Tip>
        <Tip
          tip={
            <>
              {say`How to read this page, and its keys`} <kbd>?</kbd>
            </>
          }
        >
          <Button className="button help-button" aria-label={say`Help`} onPress={open("help")}>
            <span aria-hidden="true">?</span>
            <span className="help-word">{say`Help`}</span>
          </Button>
        </Tip>
        <IconButton
          id="present"
          icon="present"
          label={say`Present`}
          shortcut="P"
          className="button icon-only present-button"
          onPress={() => page.setState({ presenting: true })}
        />
        <IconButton
          icon={theme}
          label={THEME_WORDS[theme]}
          onPress={() => settings.setState({ theme: nextTheme(theme) })}
        />
        <Tip tip={say`Figures, tables, states and a film of this run`}>
          <Button className="button help-button" aria-label={say`Export`} onPress={open("export")}>
            <Icon name="take" />
            <span className="help-word">{say`Export`}</span>
          </Button>
        </Tip>
        <Button className="button primary" onPress={open("share")}>{say`Share`}</Button>
      </div>
    </header>
  );
}

/** What one sees, in one plain sentence. */
function Tagline() {
  const breadth = useRun((state) => state.record?.recipe.breadth);
  const fallback = useSettings((state) => state.fields.breadth);
  return <p className="tagline">{taglineOf(breadth ?? fallback)}</p>;
}
