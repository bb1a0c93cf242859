/** Holds that every file opens with a line that says what it is. */
export const headline = {
  meta: { type: "suggestion", schema: [], messages: { none: "Open the file with one `/** … */` line that says what it is." } },
  create: (context) => ({
    Program(node) {
      if (!context.sourceCode.text.startsWith("/** ")) context.report({ node, loc: { line: 1, column: 0 }, messageId: "none" });
    },
  }),
};
