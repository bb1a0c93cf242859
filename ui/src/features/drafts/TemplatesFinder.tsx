/** The way to the templates from anywhere, and each of them in the palette. Draws nothing. */
import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { FileText } from "lucide-react";
import { useAction } from "../../frame/actions";
import { usePaletteSource } from "../../frame/palette";
import { core } from "../../host/core";
import { useKindName } from "./kinds";

export function TemplatesFinder() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const kindName = useKindName();
  useAction("templates.go", () => void navigate({ to: "/drafts/templates" }));
  useAction("voice.go", () => void navigate({ to: "/drafts/voice" }));
  usePaletteSource({
    id: "templates",
    heading: t`Templates`,
    order: 50,
    find: async (text) => {
      const words = text.toLocaleLowerCase();
      if (words === "") return [];
      const all = await core.drafts.templates();
      return all
        .filter(({ title, subject }) => `${title} ${subject}`.toLocaleLowerCase().includes(words))
        .slice(0, 4)
        .map(({ key, title, kind }) => ({
          id: key,
          title,
          detail: kindName(kind),
          icon: FileText,
          run: () => void navigate({ to: "/drafts/templates", search: { show: key } as never }),
        }));
    },
  });
  return null;
}
