/** Holds the floors of the window: who may import whom. The table is the rule; DESIGN says why. */
import path from "node:path";

/** Folder of `src` → the folders it may import from. `features/x` stands for its own room only. */
const may = {
  app: ["app", "features", "frame", "components", "host", "strings", "styles", "bindings"],
  features: ["own room", "frame", "components", "host", "strings", "styles", "bindings"],
  frame: ["frame", "components", "host", "strings", "styles", "bindings"],
  strings: ["strings", "host", "bindings"],
  components: ["components", "styles"],
  host: ["host", "bindings"],
  styles: ["styles"],
  bindings: ["bindings"],
};

const place = (file) => {
  const [floor, room] = path.relative(path.join(import.meta.dirname, "../src"), file).split(path.sep);
  return { floor, room };
};

export const floors = {
  meta: { type: "problem", schema: [], messages: { floor: "{{from}} may not import from {{to}}.", tauri: "Only host may import Tauri: ask it through host." } },
  create(context) {
    const from = place(context.filename);
    const allowed = may[from.floor];
    if (!allowed || /\.test\.tsx?$/.test(context.filename)) return {};
    const check = (node) => {
      const source = node.source?.value;
      if (typeof source !== "string") return;
      if (source.startsWith("@tauri-apps/") && from.floor !== "host") context.report({ node, messageId: "tauri" });
      if (!source.startsWith(".")) return;
      const to = place(path.resolve(path.dirname(context.filename), source));
      if (!(to.floor in may)) return;
      const ownRoom = to.floor === "features" && from.floor === "features" && to.room === from.room;
      if (!ownRoom && !allowed.includes(to.floor)) {
        context.report({ node, messageId: "floor", data: { from: context.filename.split("/src/")[1] ?? from.floor, to: `${to.floor}/${to.room ?? ""}` } });
      }
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check, ImportExpression: check };
  },
};
