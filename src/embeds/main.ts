import "../viz/theme.css";
import "./embeds.css";

/** Makes each frame as high as it asks to be, says what it reports, and shows the HTML that it is made with. */
for (const section of document.querySelectorAll("section")) {
  const frame = section.querySelector("iframe");
  const heard = section.querySelector(".heard");
  const html = section.querySelector(".html");
  if (!frame || !heard || !html) continue;
  html.textContent = frame.outerHTML.replace('src="./', `src="${new URL("./", location.href).href}`);
  addEventListener("message", ({ data, source }: MessageEvent) => {
    if (source !== frame.contentWindow || data?.source !== "settle") return;
    if (data.type === "size") frame.height = String(data.height);
    else heard.textContent = `The frame reports: ${inWords(data)}`;
  });
}

function inWords(data: Readonly<Record<string, unknown>>): string {
  const { type, source, version, run, grid, ...rest } = data;
  return [type, ...Object.entries(rest).map(([name, value]) => `${name} ${JSON.stringify(value)}`)].join(" · ");
}
