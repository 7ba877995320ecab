import type { ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useApp, usePage } from "../appContext";
import { IconButton } from "../controls/IconButton";
import type { DialogName } from "../store/page";
import "./Shell.css";
import { say } from "../../words/say";

export interface ShellProps {
  readonly name: DialogName;
  readonly title: string;
  /** As wide as a page of text unless it holds more. */
  readonly size?: "wide" | "columns";
  readonly children: ReactNode;
}

/** A dialog of the page: title, way out, content. Escape and a press outside close it. */
export function Shell({ name, title, size, children }: ShellProps) {
  const { page } = useApp();
  const open = usePage((state) => state.dialog === name);
  const close = (): void => page.setState({ dialog: null });
  return (
    <ModalOverlay className="overlay" isOpen={open} onOpenChange={(on) => !on && close()} isDismissable>
      <Modal className={size ? `modal ${size}` : "modal"}>
        <Dialog className="dialog">
          <div className="dialog-head">
            <Heading slot="title">{title}</Heading>
            <IconButton icon="close" label={say`Close`} className="button icon-only" onPress={close} />
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section className="dialog-body" aria-label={title} tabIndex={0}>
            {children}
          </section>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
