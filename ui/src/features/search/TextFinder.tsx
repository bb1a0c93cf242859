/** Finds what was written for the palette: touchpoints, what is to be remembered, letters, notes on the canvas, tasks. Draws nothing. */
import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { CircleHelp, Compass, FolderOpen, Heart, LayoutGrid, ListTodo, type LucideIcon, MessageCircleQuestion, MessageSquareText, NotebookPen, PenLine } from "lucide-react";
import type { Hit } from "../../bindings/Hit";
import { type PaletteItem, usePaletteSource } from "../../frame/palette";
import { core } from "../../host/core";

const MOST = 8;
const icons: Partial<Record<Hit["kind"], LucideIcon>> = { remember: NotebookPen, touchpoint: MessageSquareText, draft: PenLine, note: LayoutGrid, task: ListTodo, strategy: Compass, doubt: CircleHelp, reason: Heart, question: MessageCircleQuestion, dossier: FolderOpen };

export function TextFinder() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const kinds: Record<Hit["kind"], string> = { person: "", remember: t`to remember`, touchpoint: t`touchpoint`, draft: t`letter`, note: t`canvas`, task: t`to do`, strategy: t`strategy`, doubt: t`doubt`, reason: t`reason`, question: t`question`, dossier: t`dossier` };
  const open = ({ kind, id, person }: Hit) => {
    if (kind === "draft") void navigate({ to: "/drafts/$draftId", params: { draftId: id } });
    else if (kind === "note") void navigate({ to: "/canvas", search: { note: id } as never });
    else if (kind === "strategy") void navigate({ to: "/plans", search: { view: "journal" } as never });
    else if (kind === "question") void navigate({ to: "/feedback", search: { view: "questions" } as never });
    else if (kind === "task" && !person) void navigate({ to: "/tasks" });
    else if (person) void navigate({ to: "/people/$personId", params: { personId: person.id } });
  };
  usePaletteSource({
    id: "texts",
    heading: t`Notes, touchpoints and letters`,
    order: 20,
    find: async (text): Promise<readonly PaletteItem[]> => {
      if (text === "") return [];
      const { hits } = await core.search.find({ text, limit: MOST });
      // People have a group of their own.
      return hits.filter(({ kind }) => kind !== "person").map((hit): PaletteItem => {
        const about = hit.person && hit.person.name !== hit.title ? hit.person.name : kinds[hit.kind];
        return {
          id: `${hit.kind} ${hit.id}`,
          title: hit.title,
          detail: [about, hit.snippet !== hit.title && hit.snippet].filter(Boolean).join(" · "),
          icon: icons[hit.kind],
          run: () => open(hit),
        };
      });
    },
  });
  return null;
}
