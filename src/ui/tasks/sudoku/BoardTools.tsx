import { Button, Menu, MenuItem, MenuTrigger, Popover, Toolbar } from "react-aria-components";
import { DIFFICULTIES } from "../../../model/tasks/sudoku/rate";
import { useApp, useHistory, usePage } from "../../appContext";
import { Icon } from "../../controls/Icon";
import { IconButton } from "../../controls/IconButton";
import "../../controls/menu.css";
import "./BoardTools.css";
import { say } from "../../../words/say";

/** Undo, and the ways to get another puzzle or to take this one along. */
export function BoardTools() {
  const { edit, page } = useApp();
  const history = useHistory();
  const generating = usePage((state) => state.generating);
  return (
    <Toolbar className="board-tools" aria-label={say`Puzzle`}>
      <IconButton
        icon="undo"
        label={say`Undo`}
        shortcut={say`Ctrl Z`}
        isDisabled={history.undo === 0}
        onPress={edit.undo}
      />
      <IconButton
        icon="redo"
        label={say`Redo`}
        shortcut={say`Ctrl ⇧ Z`}
        isDisabled={history.redo === 0}
        onPress={edit.redo}
      />
      <Button className="button" onPress={() => page.setState({ dialog: "examples" })}>{say`Examples`}</Button>
      <Button className="button" onPress={() => page.setState({ dialog: "paste" })}>{say`Paste`}</Button>
      <MenuTrigger>
        <Button className="button" isPending={generating}>
          {say`New`} <Icon name="down" size={12} />
        </Button>
        <Popover className="popover">
          <Menu className="options" onAction={(key) => void edit.generate(String(key))}>
            {DIFFICULTIES.map((difficulty) => (
              <MenuItem key={difficulty} id={difficulty} className="option">
                {difficulty}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <MenuTrigger>
        <IconButton icon="more" label={say`More`} />
        <Popover className="popover">
          <Menu className="options" onAction={(key) => (key === "copy" ? void edit.copy() : edit.clear())}>
            <MenuItem id="copy" className="option">{say`Copy as text`}</MenuItem>
            <MenuItem id="clear" className="option">{say`Clear the board`}</MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
    </Toolbar>
  );
}
