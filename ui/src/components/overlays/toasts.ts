/** Short messages about what has just been done, kept outside React so that any code can leave one. */

export interface Toast {
  id: number;
  text: string;
  tone: "plain" | "danger";
  /** The way back. */
  action?: { label: string; run: () => void } | undefined;
}

let list: readonly Toast[] = [];
let next = 1;
const ears = new Set<() => void>();

function set(to: readonly Toast[]): void {
  list = to;
  for (const hear of ears) hear();
}

export const toasts = {
  now: (): readonly Toast[] => list,
  subscribe(hear: () => void): () => void {
    ears.add(hear);
    return () => ears.delete(hear);
  },
  /** Shows one more; at most three stand at a time, the oldest goes. */
  say(text: string, options: { tone?: Toast["tone"]; action?: Toast["action"] } = {}): void {
    set([...list.slice(-2), { id: next++, text, tone: options.tone ?? "plain", action: options.action }]);
  },
  close(id: number): void {
    set(list.filter((toast) => toast.id !== id));
  },
  clear(): void {
    set([]);
  },
};
