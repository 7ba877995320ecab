import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useStore } from "zustand";
import { say } from "../../../words/say";
import { useApp } from "../../appContext";
import { IconButton } from "../../controls/IconButton";
import { courseIn } from "../courseIn";
import { HandoutForm } from "./HandoutForm";
import "../../dialogs/Shell.css";
import "./dialog.css";

/** The hand-out of a course: made from its runs, looked at, printed or saved. */
export function HandoutDialog() {
  const { lessons } = useApp();
  const course = useStore(lessons, (state) => (state.handout === null ? null : courseIn(state, state.handout)));
  if (!course) return null;
  const close = () => lessons.setState({ handout: null });
  return (
    <ModalOverlay className="overlay" isOpen onOpenChange={(on) => !on && close()}>
      <Modal className="modal wide">
        <Dialog className="dialog">
          <div className="dialog-head">
            <Heading slot="title">{say`Hand-out: ${course.title}`}</Heading>
            <IconButton icon="close" label={say`Close`} className="button icon-only" onPress={close} />
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section className="dialog-body" aria-label={say`Hand-out`} tabIndex={0}>
            <HandoutForm course={course} />
          </section>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
