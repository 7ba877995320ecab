import { Button } from "react-aria-components";
import { say } from "../../../words/say";
import { useApp } from "../../appContext";

/** Opens the paper's claims beside what was measured here. */
export function PaperButton() {
  const { page } = useApp();
  return (
    <Button className="button small paper-button" onPress={() => page.setState({ dialog: "paper" })}>
      {say`The paper, side by side`}
    </Button>
  );
}
