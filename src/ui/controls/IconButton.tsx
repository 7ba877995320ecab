import { Button, type ButtonProps } from "react-aria-components";
import { Icon, type IconName } from "./Icon";
import { Tip } from "./Tip";

export interface IconButtonProps extends Omit<ButtonProps, "children" | "className"> {
  readonly icon: IconName;
  readonly label: string;
  /** Key that does the same, shown in the tooltip. */
  readonly shortcut?: string;
  readonly className?: string;
}

/** A button with a picture; its label is its name for voices and its tooltip for eyes. */
export function IconButton({ icon, label, shortcut, className = "button icon-only", ...props }: IconButtonProps) {
  return (
    <Tip
      tip={
        shortcut ? (
          <>
            {label} <kbd>{shortcut}</kbd>
          </>
        ) : (
          label
        )
      }
    >
      <Button {...props} className={className} aria-label={label}>
        <Icon name={icon} />
      </Button>
    </Tip>
  );
}
