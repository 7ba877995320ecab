import { createServer } from "node:net";

/** The first port from `start` on that nobody listens on. */
export async function freePort(start: number): Promise<number> {
  for (let port = start; port < start + 100; port++) if (await isFree(port)) return port;
  throw new Error(`No free port between ${start} and ${start + 99}.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "localhost", () => server.close(() => resolve(true)));
  });
}
