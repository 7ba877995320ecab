import { type ComponentType, type ReactNode, Suspense, useEffect, useState } from "react";
import { say } from "../../words/say";
import { useApp, usePage } from "../appContext";
import { NOT_LOADED } from "../NotLoaded";
import { onDemand } from "../onDemand";
import { notify } from "../store/notices";
import type { DialogName } from "../store/page";

/** A dialog of the page, fetched when it is first opened. It lies over the page: nothing moves while it is awaited. */
export function lazyDialog(name: DialogName, load: () => Promise<ComponentType>): ComponentType {
  const Dialog = onDemand(load, () => <Missing name={name} />);
  return () => (
    <OnceOpened name={name}>
      <Dialog />
    </OnceOpened>
  );
}

/** What is in it is there from its first opening on, so that it can also close by fading out. */
function OnceOpened({ name, children }: { readonly name: DialogName; readonly children: ReactNode }) {
  const open = usePage((state) => state.dialog === name);
  const [wanted, setWanted] = useState(open);
  if (open && !wanted) setWanted(true);
  return wanted && <Suspense fallback={null}>{children}</Suspense>;
}

/** In the place of one that could not be fetched: nothing is open, and a notice says what to do. */
function Missing({ name }: { readonly name: DialogName }) {
  const { notices, page } = useApp();
  const open = usePage((state) => state.dialog === name);
  useEffect(() => {
    if (!open) return;
    page.setState({ dialog: null });
    const action = { label: say`Reload the page`, act: () => location.reload() };
    notify(notices, { topic: "part", tone: "error", text: NOT_LOADED, action });
  }, [open, notices, page]);
  return null;
}
