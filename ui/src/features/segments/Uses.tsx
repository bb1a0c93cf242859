/** What uses a segment: notes, maps, rules of Today, tracks. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import css from "./health.module.css";
import { usesOf } from "./queries";

export function useUses(id: string): { some: boolean; lines: readonly string[] } {
  const { t } = useLingui();
  const { data } = useQuery(usesOf(id));
  const quoted = (names: readonly string[]) => names.map((name) => `“${name}”`).join(", ");
  const lines: string[] = [];
  if (data) {
    const [notes, maps, days, tracks] = [quoted(data.notes), quoted(data.journeys), data.rules.join(", "), quoted(data.tracks)];
    if (notes) lines.push(t`Notes on the canvas: ${notes}`);
    if (maps) lines.push(t`Journey maps: ${maps}`);
    if (days) lines.push(t`Rules of Today: after ${days} days`);
    const groups = quoted(data.communities);
    if (groups) lines.push(t`Communities: ${groups}`);
    if (tracks) lines.push(t`Tracks: ${tracks}`);
  }
  return { some: lines.length > 0, lines };
}

export function Uses({ lines }: { lines: readonly string[] }) {
  return <ul className={css.uses}>{lines.map((line) => <li key={line}><bdi>{line}</bdi></li>)}</ul>;
}
