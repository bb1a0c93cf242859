/** Types of what Vite resolves: style modules, catalogues. */
/// <reference types="vite/client" />
declare module "*.po" {
  export const messages: Record<string, string>;
}
