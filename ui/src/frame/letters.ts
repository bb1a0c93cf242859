/** The way to a new draft for a person. By path, because the room that writes letters is another one. */
import { useRouter } from "@tanstack/react-router";

/** Opens a new draft: `kind` is one of the kinds of the drafts room, `check-in` for a person who went quiet. */
export function useLetter(): (person: string, kind?: string) => void {
  const router = useRouter();
  return (person, kind) => {
    const search = new URLSearchParams({ person, ...(kind !== undefined && { kind }) });
    router.history.push(`/drafts/new?${search}`);
  };
}
