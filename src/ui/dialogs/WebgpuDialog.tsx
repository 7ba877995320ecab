import { rich } from "../../words/rich";
import { say } from "../../words/say";
import { Shell } from "./Shell";

/** How to get WebGPU, browser by browser. */
export function WebgpuDialog() {
  return (
    <Shell name="webgpu" title={say`How to enable WebGPU`}>
      <div className="stack">
        <p>{say`With WebGPU the network runs on the graphics processor, many times faster. It needs:`}</p>
        <ul className="plain-list">
          <li>{rich`${<strong>{say`A secure page:`}</strong>} an address that begins with https, or localhost.`}</li>
          <li>
            {rich`${<strong>{say`Chrome or Edge 113 or newer`}</strong>} on Windows, macOS and ChromeOS; on Android 121 or newer. On Linux open ${<code>chrome://flags/#enable-unsafe-webgpu</code>}, enable it and restart.`}
          </li>
          <li>{rich`${<strong>{say`Safari 26 or newer`}</strong>} on macOS, iOS and iPadOS.`}</li>
          <li>
            {rich`${<strong>{say`Firefox 141 or newer`}</strong>} on Windows, 145 on Macs with Apple chips. Elsewhere set ${<code>dom.webgpu.enabled</code>} in ${<code>about:config</code>}, where it is offered.`}
          </li>
          <li>
            {rich`${<strong>{say`Hardware acceleration`}</strong>} switched on in the browser's settings, and a graphics driver that is not blocked: ${<code>chrome://gpu</code>} and ${<code>about:support</code>} tell.`}
          </li>
        </ul>
        <p>{say`Then reload this page. Your puzzle and settings stay.`}</p>
      </div>
    </Shell>
  );
}
