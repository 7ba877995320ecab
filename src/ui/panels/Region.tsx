import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { ErrorBoundary, type FallbackProps } from "react-error-boundary";
import { CopyButton } from "../controls/CopyButton";
import { faultDetails } from "../faults";
import "./Region.css";
import { say } from "../../words/say";

export interface RegionProps {
  /** What stopped, at the start of a sentence: "The puzzle panel". */
  readonly name: string;
  /** The classes that place the region on the page, kept while it is down. */
  readonly className?: string;
  readonly children: ReactNode;
}

/** A part of the page that may stop by an error without taking the rest along, and can be brought back. */
export function Region({ name, className = "", children }: RegionProps) {
  return (
    <ErrorBoundary
      fallbackRender={(fallback) => <Stopped name={name} className={className} {...fallback} />}
      onError={(error) => console.error(error)}
    >
      {children}
    </ErrorBoundary>
  );
}

function Stopped({ name, className, error, resetErrorBoundary }: Omit<RegionProps, "children"> & FallbackProps) {
  return (
    <section className={`panel region-stopped ${className}`} role="alert">
      <p>{say`${name} stopped by an error. Your puzzle and settings are safe.`}</p>
      <div className="region-actions">
        <Button className="button primary small" onPress={resetErrorBoundary}>{say`Reload this panel`}</Button>
        <CopyButton label={say`Copy details`} text={faultDetails(error)} />
      </div>
    </section>
  );
}
