/** The style nonce of the page: the host puts one on the `<style>` of index.html, and libraries that make style elements are given it. */

/** The nonce, or "" where the host sets none. For CodeMirror: `EditorView.cspNonce.of(pageNonce())`. */
export const pageNonce = (): string => document.querySelector<HTMLStyleElement>("style[nonce]")?.nonce ?? "";

/** Hands the nonce to React Aria, which reads it from a meta element. Before the first render. */
export function passNonce(): void {
  const nonce = pageNonce();
  if (!nonce) return;
  const meta = document.createElement("meta");
  meta.setAttribute("property", "csp-nonce");
  meta.nonce = nonce;
  meta.content = nonce;
  document.head.append(meta);
}
