/** The one Babel pass: sentences become catalogue ids, components are compiled by the React Compiler. Vite does the rest. */
import { transformAsync, type PluginItem } from "@babel/core";
import type { Plugin } from "vite";

const plugins: PluginItem[] = ["@lingui/babel-plugin-lingui-macro", ["babel-plugin-react-compiler", { target: "19" }]];

/** Runs before Vite strips types, because both plugins read the source as it was written. */
export function babel(): Plugin {
  return {
    name: "rapport-babel",
    enforce: "pre",
    async transform(code, id) {
      const file = id.split("?")[0] ?? id;
      if (!/\.tsx?$/.test(file) || file.includes("/node_modules/")) return null;
      if (!file.endsWith(".tsx") && !code.includes("@lingui/") && !/\buse[A-Z]/.test(code)) return null;
      const syntax = file.endsWith(".tsx") ? (["typescript", "jsx"] as const) : (["typescript"] as const);
      const result = await transformAsync(code, {
        filename: file,
        babelrc: false,
        configFile: false,
        sourceMaps: true,
        parserOpts: { plugins: [...syntax] },
        plugins,
      });
      return result?.code ? { code: result.code, map: result.map ?? null } : null;
    },
  };
}
