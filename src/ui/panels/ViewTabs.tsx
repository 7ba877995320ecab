import { useEffect, useRef } from "react";
import {
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  type Selection,
  Tab,
  TabList,
  Text,
} from "react-aria-components";
import { IconButton } from "../controls/IconButton";
import { VIEWS } from "../views";
import { VIEW_GROUPS } from "../views/view";
import "../controls/menu.css";
import "./ViewTabs.css";
import { say } from "../../words/say";

export interface ViewTabsProps {
  readonly current: string;
  readonly onShow: (view: string) => void;
}

const GROUPS = Object.keys(VIEW_GROUPS) as (keyof typeof VIEW_GROUPS)[];

/** A tab for each view, in a strip that scrolls where it is too narrow, and a menu of all with what they show. */
export function ViewTabs({ current, onShow }: ViewTabsProps) {
  const strip = useRef<HTMLDivElement>(null);

  // By hand: scrollIntoView would move the screens of a phone as well. A frame later: the list itself scrolls on focus.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const list = strip.current;
      const tab = list?.querySelector<HTMLElement>(`[data-key="${current}"]`);
      if (list && tab) list.scrollLeft = tab.offsetLeft - (list.clientWidth - tab.offsetWidth) / 2;
    });
    return () => cancelAnimationFrame(frame);
  }, [current]);

  return (
    <div className="view-tabs">
      <TabList ref={strip} className="tab-list" aria-label={say`Views`}>
        {VIEWS.map((view) => (
          <Tab key={view.name} id={view.name} className="tab">
            {view.tab}
          </Tab>
        ))}
      </TabList>
      <MenuTrigger>
        <IconButton icon="down" label={say`All views`} className="button icon-only tiny" />
        <Popover className="popover view-menu" placement="bottom end">
          <Menu
            className="options"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[current]}
            onSelectionChange={(keys: Selection) => {
              const [key] = keys === "all" ? [] : keys;
              if (typeof key === "string") onShow(key);
            }}
          >
            {GROUPS.filter((group) => VIEWS.some((view) => view.group === group)).map((group) => (
              <MenuSection key={group}>
                <Header className="options-head">{VIEW_GROUPS[group]}</Header>
                {VIEWS.filter((view) => view.group === group).map(({ name, tab, about }) => (
                  <MenuItem key={name} id={name} className="option" textValue={tab}>
                    <Text slot="label">{tab}</Text>
                    <Text slot="description" className="option-about">
                      {about}
                    </Text>
                  </MenuItem>
                ))}
              </MenuSection>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  );
}
