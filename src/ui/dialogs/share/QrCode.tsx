import { qrPath } from "./qrPath";
import "./QrCode.css";
import { say } from "../../../words/say";

/** A link as a QR code. Dark on white in every theme: cameras want it so. */
export default function QrCode({ text }: { readonly text: string }) {
  const code = qrPath(text);
  if (!code)
    return (
      <p className="fine">{say`This link is too long for a QR code. Shorten its sentence, or share fewer starts.`}</p>
    );
  const { size, path } = code;
  return (
    <svg
      className="qr-code"
      role="img"
      aria-label={say`QR code of the link`}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
