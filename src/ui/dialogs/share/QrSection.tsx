import { lazy, Suspense, useState } from "react";
import { Button, Disclosure, DisclosurePanel, Heading } from "react-aria-components";
import { say } from "../../../words/say";
import { Icon } from "../../controls/Icon";

/** Fetched when somebody wants to see one. */
const QrCode = lazy(() => import("./QrCode"));

/** The link as a QR code, for a slide or a poster. */
export function QrSection({ link }: { readonly link: string }) {
  const [open, setOpen] = useState(false);
  return (
    <Disclosure className="embed-section" isExpanded={open} onExpandedChange={setOpen}>
      <Heading level={3}>
        <Button slot="trigger" className="disclosure-button">
          <Icon name="forward" size={14} />
          {say`Show a QR code`}
        </Button>
      </Heading>
      <DisclosurePanel>
        {open && (
          <Suspense fallback={<p className="fine">{say`The QR code is being drawn.`}</p>}>
            <QrCode text={link} />
          </Suspense>
        )}
      </DisclosurePanel>
    </Disclosure>
  );
}
