import { Button, Menu, MenuItem, MenuTrigger, Popover, Toolbar } from "react-aria-components";
import { DIFFICULTIES } from "../../../model/tasks/sudoku/rate";
import { useApp, useHistory, usePage } from "../../appContext";
import { Icon } from "../../controls/Icon";
import { IconButton } from "../../controls/IconButton";
import "../../controls/menu.css";
import "./BoardTools.css";

/** Undo, and the ways to get another puzzle or to take this one along. */
export function BoardTools() {
  const { edit, page } = useApp();
  const history = useHistory();
  const generating = usePage((state) => state.generating);
  return (
    <Toolbar className="board-tools" aria-label="Puzzle">
      <IconButton icon="undo" label="Undo" shortcut="Ctrl Z" isDisabled={history.undo === 0} onPress={edit.undo} />
      <IconButton icon="redo" label="Redo" shortcut="Ctrl ⇧ Z" isDisabled={history.redo === 0} onPress={edit.redo} />
      <Button className="button" onPress={() => page.setState({ dialog: "examples" })}>
        Examples
      </Button>
      <Button className="button" onPress={() => page.setState({ dialog: "paste" })}>
        Paste
      </Button>
      <MenuTrigger>
        <Button className="button" isPending={generating}>
          New <Icon name="down" size={12} />
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
        <IconButton icon="more" label="More" />
        <Popover className="popover">
          <Menu className="options" onAction={(key) => (key === "copy" ? void edit.copy() : edit.clear())}>
            <MenuItem id="copy" className="option">
              Copy as text
            </MenuItem>
            <MenuItem id="clear" className="option">
              Clear the board
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
    </Toolbar>
  );
}
