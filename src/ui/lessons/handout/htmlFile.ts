import { escapeXml } from "../../../viz/figure/xml";
import { directionOf } from "../../../words/language";

/** What a file of a hand-out is made of. */
export interface HandoutFile {
  readonly title: string;
  /** The sheet as HTML, every text in it escaped. */
  readonly body: string;
  /** Style sheets, fonts among them. */
  readonly style: string;
  /** The language it is in, as a tag (BCP 47). */
  readonly language: string;
}

/** No script runs in it and nothing is fetched, whatever its text says. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

/** A hand-out as one file that needs nothing else. */
export function htmlFile({ title, body, style, language }: HandoutFile): string {
  return `<!doctype html>
<html lang="${escapeXml(language)}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}</title>
<style>body{margin:0;background:#fff}${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
