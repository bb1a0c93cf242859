/** What a program can hold about the window's code. */
import lingui from "eslint-plugin-lingui";
import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";
import { floors } from "./eslint/floors.js";
import { headline } from "./eslint/headline.js";

export default tseslint.config(
  { ignores: ["dist", "src/bindings", "src/strings/en"] },
  ...tseslint.configs.strict,
  hooks.configs.flat["recommended-latest"],
  {
    files: ["**/*.{ts,tsx}"],
    plugins: { rapport: { rules: { floors, headline } }, lingui },
    rules: {
      "rapport/floors": "error",
      "rapport/headline": "error",
      "max-lines": ["error", 300],
      "lingui/no-single-variables-to-translate": "error",
      "lingui/t-call-in-function": "error",
      "lingui/no-expression-in-message": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-invalid-void-type": "off",
    },
  },
  {
    files: ["src/{app,features,frame}/**/*.tsx"],
    ignores: ["**/*.test.tsx"],
    rules: {
      "lingui/no-unlocalized-strings": ["error", {
        // Signs, keys and CSS values are no words.
        ignore: ["^[^A-Z\\s]*$", "^\\P{L}*$", "^[a-z]+([A-Z][a-z]+)*$", "^[MLZHV0-9 .,-]+$"],
        ignoreNames: ["className", "id", "key", "name", "to", "path", "type", "role", "kind", "size", "tone", "place", { regex: { pattern: "^(data-|aria-(live|haspopup|keyshortcuts|controls))" } }],
        ignoreFunctions: ["at", "useAction", "doAction", "lazyRouteComponent", "*.addEventListener", "*.removeEventListener", "*.getModifierState", "*.closest", "*.startsWith", "*.replace", "*.split", "invalidateQueries"],
      }],
    },
  },
  { files: ["**/*.js", "**/*.test.{ts,tsx}", "src/test/**"], rules: { "@typescript-eslint/no-non-null-assertion": "off" } },
);
