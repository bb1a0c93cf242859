/** The way to a new draft for a person. By path, because the room that writes letters is another one. */
import { useNavigate } from "@tanstack/react-router";

/** Opens a new draft: `kind` is one of the kinds of the drafts room, `check-in` for a person who went quiet. */
export function useLetter(): (person: string, kind?: string) => void {
  const navigate = useNavigate();
  return (person, kind) => {
    const search = { person, ...(kind !== undefined && { kind }) };
    // The drafts room owns this path; until its route is declared the router cannot know it.
    void navigate({ to: "/drafts/new" as string, search: search as never });
  };
}
