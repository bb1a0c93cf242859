/** Serves the built window against a pretend core, under the same content security policy as the desktop window. For looking, not for shipping.
 *  node preview/serve.mjs [port]; the state of the vault is in the address: ?vault=none|locked|unlocked */
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { answers } from "./answers.mjs";

const dist = path.join(import.meta.dirname, "../dist");
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2", ".svg": "image/svg+xml" };
const listeners = new Set();
/** News follows writes only, as in the core: news after a read would have the page read for ever. */
const writes = /^(create|unlock|lock|undo|redo|confirm|save|backUp|start|remove|handOver|went|didNotGo)/;

const policy = (nonce) =>
  `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'`;

async function page(request, response, name) {
  try {
    let body = await readFile(path.join(dist, name));
    const headers = { "content-type": types[path.extname(name)] ?? "application/octet-stream" };
    if (name === "index.html") {
      const nonce = randomBytes(16).toString("base64");
      headers["content-security-policy"] = policy(nonce);
      body = body.toString().replace("<style>", `<style nonce="${nonce}">`);
    }
    response.writeHead(200, headers).end(body);
  } catch {
    response.writeHead(404).end();
  }
}

async function call(request, response, room, verb) {
  let text = "";
  for await (const part of request) text += part;
  const answer = await answers(`${room}.${verb}`, JSON.parse(text || "null"));
  const failed = answer !== null && typeof answer === "object" && "code" in answer;
  response.writeHead(failed ? 422 : 200, { "content-type": "application/json" }).end(JSON.stringify(answer));
  if (!failed && writes.test(verb)) for (const hear of listeners) hear.write(`data: ${JSON.stringify({ topics: ["vault", room] })}\n\n`);
}

createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, "http://x");
  const [, first, room, verb] = pathname.split("/");
  if (searchParams.has("vault")) void answers("preview.state", searchParams.get("vault"));
  if (first === "call") return void call(request, response, room, verb);
  if (first === "news") {
    response.writeHead(200, { "content-type": "text/event-stream" }).write(":\n\n");
    listeners.add(response);
    return void request.on("close", () => listeners.delete(response));
  }
  return void page(request, response, pathname === "/" ? "index.html" : pathname.slice(1));
}).listen(Number(process.argv[2] ?? 4180), "127.0.0.1");
