/** A small client of the W3C WebDriver protocol: as much of it as the tests of the real window need. */
import { setTimeout as wait } from "node:timers/promises";

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** Keys by the names that KeyboardEvent.key gives them. */
const KEYS = {
  Enter: "\uE007", Tab: "\uE004", Escape: "\uE00C", Backspace: "\uE003", Delete: "\uE017", Home: "\uE011", End: "\uE010",
  ArrowLeft: "\uE012", ArrowUp: "\uE013", ArrowRight: "\uE014", ArrowDown: "\uE015",
  Shift: "\uE008", Control: "\uE009", Alt: "\uE00A",
};

/** Where elements of a role are looked for. Their names are then asked of the browser itself. */
const ROLES = {
  button: "button, [role=button], summary", link: "a[href], [role=link]", heading: "h1, h2, h3, h4, [role=heading]",
  textbox: "input:not([type]), input[type=text], input[type=password], input[type=email], input[type=search], textarea, [role=textbox], [contenteditable=true]",
  searchbox: "input[type=search], [role=searchbox]", checkbox: "input[type=checkbox], [role=checkbox]", switch: "[role=switch]",
  option: "[role=option]", combobox: "[role=combobox]", dialog: "dialog, [role=dialog], [role=alertdialog]",
  row: "tr, [role=row]", navigation: "nav, [role=navigation]", main: "main, [role=main]", tab: "[role=tab]", menuitem: "[role=menuitem]",
};

/** Sends one request; what the driver refuses becomes an error with its own words. */
async function send(method, url, body) {
  const answer = await fetch(url, { method, body: body && JSON.stringify(body), headers: { "content-type": "application/json" } });
  const { value } = await answer.json();
  if (!answer.ok) throw Object.assign(new Error(`${value.error}: ${value.message}`), { code: value.error });
  return value;
}

/** Asks `attempt` until it answers something true; fails with `what` after `limit` milliseconds. */
export async function until(what, attempt, limit = 15_000) {
  const end = Date.now() + limit;
  for (;;) {
    const found = await attempt();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await wait(50);
  }
}

/** Opens a session with a driver that listens at `base`. */
export async function openSession(base, capabilities) {
  const { sessionId } = await send("POST", `${base}/session`, { capabilities: { alwaysMatch: capabilities } });
  const at = `${base}/session/${sessionId}`;
  const of = (element) => `${at}/element/${element[ELEMENT]}`;
  const keys = (actions) => send("POST", `${at}/actions`, { actions: [{ type: "key", id: "keyboard", actions }] });
  const stroke = (value) => [{ type: "keyDown", value }, { type: "keyUp", value }];

  const session = {
    close: () => send("DELETE", at),
    run: (script, ...args) => send("POST", `${at}/execute/sync`, { script, args }),
    /** Runs a script whose last argument is the function that it calls with its answer. */
    runAsync: (script, ...args) => send("POST", `${at}/execute/async`, { script, args }),
    screenshot: async () => Buffer.from(await send("GET", `${at}/screenshot`), "base64"),
    elements: (css) => send("POST", `${at}/elements`, { using: "css selector", value: css }),
    nameOf: (element) => send("GET", `${of(element)}/computedlabel`),
    textOf: (element) => send("GET", `${of(element)}/text`),
    click: (element) => send("POST", `${of(element)}/click`, {}),
    /** Types into whatever has the focus, key by key. */
    type: (text) => keys([...text].flatMap(stroke)),
    /** Presses one key, or a chord such as "Control+k". */
    press: (chord) => {
      const values = chord.split("+").map((name) => KEYS[name] ?? name);
      return keys([...values.map((value) => ({ type: "keyDown", value })), ...values.reverse().map((value) => ({ type: "keyUp", value }))]);
    },
    resize: (width, height) => send("POST", `${at}/window/rect`, { width, height }),
    /** The first element with this role whose name is `name` or matches it. */
    find: (role, name) =>
      until(`${role} ${name}`, async () => {
        for (const element of await session.elements(ROLES[role])) {
          const found = await session.nameOf(element).catch(() => null); // It may be gone by now.
          if (found === null || !(name instanceof RegExp ? name.test(found) : found.trim() === name)) continue;
          // What lies behind an open sheet is there for nobody.
          if (await session.run("return !arguments[0].closest('[inert], [aria-hidden=true]')", element).catch(() => false)) return element;
        }
        return null;
      }),
    /** Writes into the field with this name, key by key, in the place of what stands there. */
    fill: async (name, text) => {
      const field = await session.find("textbox", name);
      await session.click(field);
      await session.press("Control+a");
      await session.type(text);
      const written = await send("GET", `${of(field)}/property/value`);
      if (written !== text) throw new Error(`the field ${name} did not take what was typed`);
    },
  };
  return session;
}
