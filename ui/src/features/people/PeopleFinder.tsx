/** Finds people for the palette. Draws nothing. */
import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { usePaletteSource } from "../../frame/palette";
import { core } from "../../host/core";

export function PeopleFinder() {
  const { t } = useLingui();
  const navigate = useNavigate();
  usePaletteSource({
    id: "people",
    heading: t`People`,
    order: 10,
    find: async (text) => {
      if (text === "") return [];
      const { items } = await core.people.list({ text, limit: 8 });
      return items.map(({ id, name, given, family, title, organisation }) => ({
        id,
        title: name,
        detail: [title, organisation].filter(Boolean).join(" · "),
        avatar: name,
        parts: { given, family },
        run: () => void navigate({ to: "/people/$personId", params: { personId: id } }),
      }));
    },
  });
  return null;
}
